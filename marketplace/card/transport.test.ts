import { callThrough } from '../../src/app/cards/sdk/call';
import { maxInputs, type AssociateParameters } from '@bulk-associate/contract';
import { backendUrl } from './backend-url';
import { transport } from './transport';

/** HubSpot's limit for the body of a `hubspot.fetch` request and of its answer. */
const mostBytes = 1024 * 1024;
const longestId = '9223372036854775807';
const pair = { from: { id: longestId }, to: { id: longestId } };
const parameters: AssociateParameters = {
  fromObjectType: '2-9999999999',
  toObjectType: '2-9999999999',
  inputs: new Array<typeof pair>(maxInputs).fill(pair),
};

/** A clock on which no wait ends. */
const clock = { now: () => 0, sleep: () => new Promise<void>(() => undefined) };

type Fetch = (url: string, options: { method: string; body: object }) => Promise<Response>;
const worker = globalThis as { self?: { hsFetch: Fetch } };
afterEach(() => delete worker.self);

/** Makes a call of the card, with the given answer of the back end. */
async function call(answer: () => Response | Promise<Response>) {
  const sent: Parameters<Fetch>[] = [];
  worker.self = {
    hsFetch: async (...request) => {
      sent.push(request);
      return answer();
    },
  };
  const reply = await callThrough(transport as never, clock)('associate_records', parameters);
  return { reply, sent };
}

const says = (status: number, body: object | string) => () =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });
const refusal = (code: string, message: string) => ({ ok: false, error: { code, message } });

describe('a call to the back end', () => {
  it('is one POST with up to the maximum of inputs', async () => {
    const { sent } = await call(says(200, refusal('INTERNAL', '…')));
    expect(sent).toEqual([
      [`${backendUrl}/functions/associate_records`, { method: 'POST', body: { parameters } }],
    ]);
    expect(JSON.stringify(sent[0]?.[1].body).length).toBeLessThan(mostBytes / 4);
  });

  it('returns an outcome for every record, also with long errors', async () => {
    const error = { message: 'x'.repeat(500), category: 'VALIDATION_ERROR', correlationId: 'y'.repeat(36), retryable: false }; // prettier-ignore
    const outcomes = parameters.inputs.map((input) => ({ ...input, status: 'failed', error }));
    const usage = { calls: 10, retries: 0, elapsedMs: 9_000, batchSize: 100 };
    const text = JSON.stringify({ ok: true, outcomes, usage });
    expect(text.length).toBeLessThan(mostBytes);
    const { reply } = await call(says(200, text));
    expect(reply).toMatchObject({ ok: true });
  });

  it.each([
    [401, 'UNAUTHORIZED', 'The request is not signed by HubSpot.'],
    [403, 'UNAUTHORIZED', 'Install the app in this account.'],
    [413, 'INVALID_INPUT', 'The request is too large.'],
    [503, 'HUBSPOT_UNAVAILABLE', 'The back end is not available.'],
  ])('passes on the error of a %i from the back end', async (status, code, message) => {
    const { reply } = await call(says(status, refusal(code, message)));
    expect(reply).toEqual(refusal(code, message));
  });

  it.each([
    ['the error page of a proxy', says(502, '<html>502</html>')],
    ['an empty body', says(503, '')],
    ['a rejection', () => Promise.reject(new Error('out of reach'))],
  ])('treats %s as no answer, after which the call is retried', async (_, answer) => {
    expect((await call(answer)).reply).toMatchObject({ ok: false, error: { code: 'NO_ANSWER' } });
  });

  it('treats JSON of another shape as a bad answer', async () => {
    const { reply } = await call(says(429, { status: 'error', message: 'Too many requests' }));
    expect(reply).toMatchObject({ ok: false, error: { code: 'BAD_ANSWER' } });
  });
});
