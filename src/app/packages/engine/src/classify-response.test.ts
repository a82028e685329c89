import { classifyResponse } from './classify-response';
import { parseBody } from './parse-body';

function classify(status: number, body: object | string, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return classifyResponse({ status, headers: new Headers(headers), text: async () => text }, parseBody(text));
}

describe('classifyResponse', () => {
  it.each([200, 201, 202, 207])('takes %i as an answer whose body tells', (status) => {
    expect(classify(status, { results: [] })).toEqual({ kind: 'answered', body: { results: [] } });
  });

  it.each(['', '<html></html>', '{"status":"COMPLETE","resul'])('takes a 200 with %j as unclear', (body) => {
    expect(classify(200, body)).toMatchObject({ kind: 'unclear', reason: { code: 'HUBSPOT_UNAVAILABLE' } });
  });

  it('takes a 204 as done', () => expect(classify(204, '')).toEqual({ kind: 'answered', body: {} }));

  it.each([500, 502, 503, 504, 521, 523, 524])(
    'takes %i as unclear: the write may have been made',
    (status) => {
      expect(classify(status, '<html>')).toMatchObject({ kind: 'unclear' });
    },
  );

  it('tells an admin what to do about a 401', () => {
    const body = { message: 'secret detail', correlationId: 'c-1', category: 'INVALID_AUTHENTICATION' };
    expect(classify(401, body)).toEqual({
      kind: 'stop',
      reason: { code: 'UNAUTHORIZED', message: expect.stringContaining('admin'), correlationId: 'c-1' },
    });
  });

  it.each([
    ['in its errors', { errors: [{ message: 'm', context: { requiredGranularScopes: ['a', 'b'] } }] }],
    ['in its own context', { context: { requiredGranularScopes: ['a', 'b'], links: ['https://x.example'] } }],
    ['under the older name', { context: { requiredScopes: ['a', 'b'] } }],
  ])('names the scopes that a 403 tells %s', (_, body) => {
    expect(classify(403, { category: 'MISSING_SCOPES', ...body })).toMatchObject({
      kind: 'stop',
      reason: {
        code: 'MISSING_SCOPES',
        requiredScopes: ['a', 'b'],
        message: expect.stringContaining('a, b'),
      },
    });
  });

  it('passes on the words of a 403 that is not about scopes', () => {
    expect(classify(403, { message: 'Not in this portal' })).toMatchObject({
      kind: 'stop',
      reason: { code: 'HUBSPOT_REJECTED', message: 'Not in this portal' },
    });
  });

  it.each([
    ['SECONDLY', {}, 1_000],
    ['TEN_SECONDLY_ROLLING', {}, 10_000],
    ['TEN_SECONDLY_ROLLING', { 'retry-after': '3' }, 3_000],
    ['SECONDLY', { 'retry-after': '0.5' }, 500],
    [
      'SECONDLY',
      { 'retry-after': 'Tue, 24 Nov 2026 10:00:04 GMT', date: 'Tue, 24 Nov 2026 10:00:00 GMT' },
      4_000,
    ],
    ['SECONDLY', { 'retry-after': 'soon' }, 1_000],
    ['SECONDLY', { 'retry-after': '-5' }, 0],
    ['SECONDLY', { 'retry-after': 'Tue, 24 Nov 2026 10:00:04 GMT' }, 1_000],
  ])('waits at a 429 of policy %s with %j', (policyName, headers: Record<string, string>, ms) => {
    const body = { message: 'You have reached your limit.', errorType: 'RATE_LIMIT', policyName };
    expect(classify(429, body, headers)).toMatchObject({
      kind: 'wait',
      ms,
      reason: { code: 'RATE_LIMITED' },
    });
  });

  it('reads the policy from the message where no name is given', () => {
    expect(classify(429, { message: 'You have reached your daily limit.' })).toMatchObject({ kind: 'stop' });
  });

  it('ends the run at the daily limit', () => {
    const body = { message: 'You have reached your daily limit.', policyName: 'DAILY' };
    expect(classify(429, body)).toMatchObject({ kind: 'stop', reason: { code: 'DAILY_LIMIT' } });
  });

  it('waits two seconds at a lock (423), and at a migration (477) as long as HubSpot states, else five', () => {
    expect(classify(423, {})).toMatchObject({ kind: 'wait', ms: 2_000 });
    expect(classify(477, {}, { 'retry-after': '86400' })).toMatchObject({ kind: 'wait', ms: 86_400_000 });
    expect(classify(477, {})).toMatchObject({ kind: 'wait', ms: 5_000, reason: { retryAfterMs: 5_000 } });
  });

  it.each([400, 404, 409, 413, 414, 437])('takes %i as a refusal', (status) => {
    expect(classify(status, { message: 'no' })).toEqual({
      kind: 'refused',
      status,
      error: { message: 'no', context: {} },
    });
  });
});
