import fc from 'fast-check';
import { takeRecordedResults } from './recorded-results';
import { parseBody } from './parse-body';

const spec = (associationTypeId: number) => ({ associationCategory: 'HUBSPOT_DEFINED', associationTypeId });
const row = (from: string, to: string, type = 279) => ({ from: { id: from }, to: { id: to }, associationSpec: spec(type) }); // prettier-ignore

/** What JSON itself says of a text. */
function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const id = fc.oneof(fc.stringMatching(/^\d{1,19}$/), fc.constantFrom('', '1"', '1\\', 'x', '１'));
const rows = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.tuple(id, id, fc.integer({ min: 1, max: 500 })).map(([from, to, type]) => row(from, to, type)) },
    { weight: 1, arbitrary: fc.constantFrom<unknown>({ to: { id: '1' }, from: { id: '2' } }, { ...row('1', '2'), labels: [] }, row('1', '2').from, null, []) },
  ),
  { maxLength: 6 },
); // prettier-ignore
const beside = fc.dictionary(
  fc.constantFrom('status', 'startedAt', 'numErrors', 'errors', 'context', 'results'),
  fc.oneof(fc.string(), fc.integer({ min: -999, max: 999 }), rows, fc.record({ results: rows })),
);
const body = fc
  .tuple(beside, rows, beside, fc.boolean())
  .map(([before, results, after, spaced]) =>
    JSON.stringify({ ...before, results, ...after }, null, spaced ? 1 : 0),
  );
/** A text that lost, gained or repeats a piece. */
const torn = fc
  .tuple(body, fc.nat(), fc.nat({ max: 30 }), fc.constantFrom('', '"', '}', ']', ',', '\\', '1', '\n', '"results":[],'))
  .map(([text, at, length, piece]) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + piece + text.slice(place + length);
  }); // prettier-ignore

describe('reading recorded results', () => {
  it('reads the shape that HubSpot sends, whatever stands around the results', () => {
    const text = JSON.stringify({ status: 'COMPLETE', results: [row('1', '2'), row('2', '1', 280)], startedAt: 'x' }); // prettier-ignore
    expect(takeRecordedResults(text)).toEqual({
      results: [row('1', '2'), row('2', '1', 280)],
      rest: '{"status":"COMPLETE","results":[],"startedAt":"x"}',
    });
  });

  it('leaves any other shape to JSON.parse', () => {
    expect(takeRecordedResults('{"results":[{"to":{"id":"1"},"from":{"id":"2"}}]}')).toBeUndefined();
    expect(takeRecordedResults('{"context":{"results":[]},"results":[]}')).toBeUndefined();
    expect(takeRecordedResults(`{"results":[${JSON.stringify(row('1', '2'))}],"r\\u0065sults":[]}`)).toBeUndefined(); // prettier-ignore
  });

  it('reads no row that is not closed', () => {
    const text = '{"results":[{"from":{"id":"1"},"to":{"id":"2"},"associationSpec":{}]]}';
    expect(parseBody(text)).toBeUndefined();
  });

  it('reads a number in a spec that would round as exactly as any other', () => {
    const text = JSON.stringify({ results: [row('1', '2')] }).replace('279', '1234567890123456789');
    const [result] = parseBody(text)?.['results'] as { associationSpec: object }[];
    expect(result?.associationSpec).toEqual({ ...spec(0), associationTypeId: '1234567890123456789' });
  });

  it.each([
    ['whole', body],
    ['torn', torn],
  ])('makes no difference to what is read of a %s body', (_, texts) => {
    fc.assert(fc.property(texts, (text) => expect(parseBody(text)).toEqual(parsed(text))), { numRuns: 1_000 }); // prettier-ignore
  });
});
