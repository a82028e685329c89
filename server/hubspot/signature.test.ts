import fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { isSignedByHubSpot, signatureWindowMs, type SignedRequest } from './signature';

const secret = 'a-client-secret';
const now = Date.UTC(2026, 10, 25);
const address = 'https://bulk.example.com/functions/describe_objects?userId=1&portalId=2';

/** Signs as HubSpot's page on validating requests describes it. */
function signed(more: Partial<SignedRequest> & { at?: number; secret?: string } = {}): SignedRequest {
  const { at = now, method = 'POST', url = address, body = '{"parameters":{}}' } = more;
  const signature = createHmac('sha256', more.secret ?? secret)
    .update(`${method}${url}${body}${at}`)
    .digest('base64');
  return { method, url, body, signature, timestamp: String(at) };
}

const isValid = (request: SignedRequest) => isSignedByHubSpot(request, secret, now);

describe('isSignedByHubSpot', () => {
  it('accepts what HubSpot signed', () => {
    expect(isValid(signed())).toBe(true);
    expect(isValid(signed({ body: '日本語 🎉' }))).toBe(true);
  });

  it.each<[string, Partial<SignedRequest>]>([
    ['another method', { method: 'GET' }],
    ['another path', { url: address.replace('describe_objects', 'associate_records') }],
    ['another account', { url: address.replace('portalId=2', 'portalId=3') }],
    ['another body', { body: '{"parameters":{"a":1}}' }],
    ['another time', { timestamp: String(now - 1) }],
    ['no signature', { signature: undefined }],
    ['an empty signature', { signature: '' }],
    ['a signature of another length', { signature: 'AAAA' }],
    ['no time', { timestamp: undefined }],
    ['a time that is no number', { timestamp: 'now' }],
    ['a time in another notation', { timestamp: '1e12' }],
  ])('refuses %s', (_, changed) => {
    expect(isValid({ ...signed(), ...changed })).toBe(false);
  });

  it('refuses what another secret signed', () => {
    expect(isValid(signed({ secret: 'another' }))).toBe(false);
  });

  it.each([
    [0, true],
    [signatureWindowMs, true],
    [signatureWindowMs + 1, false],
    [-signatureWindowMs, true],
    [-signatureWindowMs - 1, false],
  ])('takes a request that is %d milliseconds old: %s', (age, isGood) => {
    expect(isValid(signed({ at: now - age }))).toBe(isGood);
  });

  it('takes the address as it was sent or with HubSpot’s list of characters decoded, whichever was signed', () => {
    const sent = `${address}&userEmail=o%27brien%40example.com&more=a%20b%26c`;
    const decoded = `${address}&userEmail=o'brien@example.com&more=a%20b%26c`;
    for (const url of [sent, decoded]) expect(isValid({ ...signed({ url }), url: sent })).toBe(true);
    const lowerCase = `${address}&at=12%3a30%2c`;
    expect(isValid({ ...signed({ url: `${address}&at=12:30,` }), url: lowerCase })).toBe(true);
    const tooMuch = signed({ url: decodeURIComponent(sent) });
    expect(isValid({ ...tooMuch, url: sent })).toBe(false);
  });

  it('refuses whatever else is sent, without failing', () => {
    const anything = fc.record({
      method: fc.string(),
      url: fc.webUrl({ withQueryParameters: true }),
      body: fc.string(),
      signature: fc.oneof(fc.string(), fc.base64String({ minLength: 44, maxLength: 44 })),
      timestamp: fc.oneof(fc.string(), fc.constant(String(now))),
    });
    fc.assert(fc.property(anything, (request) => !isValid(request)));
  });
});
