import { createHubSpot } from './hubspot';
import { Run } from './run';
import { refusalOf, sendRequest } from './send-request';
import { json, reset, silence, text, VirtualTime } from './testing';
import type { HubSpotResponse } from './environment';

const read = { method: 'GET', path: '/crm/v3/lists/1', purpose: 'read' } as const;
const write = { method: 'POST', path: '/crm/v4/x', purpose: 'write', body: {} } as const;

/** Sends one request, answered by `responses` in order, the last one for good. */
async function send(
  request: Parameters<typeof sendRequest>[1],
  ...responses: (() => HubSpotResponse | Promise<HubSpotResponse>)[]
) {
  const time = new VirtualTime();
  const signals: { signal: AbortSignal; at: number; abortedAt?: number }[] = [];
  const run = new Run(
    createHubSpot({
      send: async (_, signal) => {
        const seen: (typeof signals)[number] = { signal, at: time.now() };
        signals.push(seen);
        signal.addEventListener('abort', () => (seen.abortedAt = time.now()));
        const response = responses[Math.min(signals.length, responses.length) - 1];
        if (!response) throw new Error('There is no response.');
        return response();
      },
      now: time.now,
      sleep: time.sleep,
      random: () => 0,
    }),
  );
  const reply = await time.run(() => sendRequest(run, request));
  return { run, reply, signals };
}

describe('the wait for an answer', () => {
  it('ends after the time-out of its purpose, and the request is cancelled', async () => {
    const { reply, signals } = await send(write, silence);
    expect(reply).toMatchObject({ kind: 'unclear' });
    expect(signals).toMatchObject([{ at: 0, abortedAt: 6_000 }]);
  });

  it('is not waited for any longer once it is answered', async () => {
    const { signals } = await send(read, () => json(200, {}));
    expect(signals).toMatchObject([{ at: 0, abortedAt: 0 }]);
  });
});

describe('an unclear answer', () => {
  it.each<[string, () => Promise<HubSpotResponse> | HubSpotResponse]>([
    ['a 502', () => text(502, '<html></html>')],
    ['a torn body', () => text(200, '{"resul')],
    ['a reset connection', reset],
  ])('to a read is asked for three times in all: %s', async (_, response) => {
    const { reply, signals, run } = await send(read, response);
    expect([reply.kind, signals.length, run.calls, run.retries]).toEqual(['unclear', 3, 3, 2]);
  });

  it('to a write is not sent again: a read has to show first what became of it', async () => {
    const { reply, signals } = await send(write, () => text(502, ''));
    expect([reply.kind, signals.length]).toEqual(['unclear', 1]);
  });

  it('counts only as long as it is repeated: the answer after it is taken', async () => {
    const { reply, run } = await send(read, reset, () => json(200, { ok: 1 }));
    expect(reply).toEqual({ kind: 'answered', body: { ok: 1 } });
    expect([run.unresolvedFault, run.stopped]).toEqual([undefined, undefined]);
  });
});

describe('a connection that cannot be made', () => {
  const refused = (cause: unknown) => () => Promise.reject(new TypeError('fetch failed', { cause }));

  it.each([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'UND_ERR_CONNECT_TIMEOUT',
  ])('is tried three times, for a write too, and ends the run: %s', async (code) => {
    const { reply, signals, run } = await send(write, refused({ code }));
    expect([reply.kind, signals.length, run.stopped?.code]).toEqual(['not_sent', 3, 'HUBSPOT_UNAVAILABLE']);
  });

  it('is recognised where the error itself carries the code', async () => {
    const bare = () => Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }));
    expect((await send(write, bare)).signals).toHaveLength(3);
  });
});

describe('a missing scope', () => {
  const missing = () => json(403, { category: 'MISSING_SCOPES', message: 'No.' });

  it('stops the run, unless the run can do without the request', async () => {
    const needed = await send(read, missing);
    expect([needed.reply.kind, needed.run.stopped?.code]).toEqual(['not_sent', 'MISSING_SCOPES']);
    const optional = await send({ ...read, optional: true }, missing);
    expect([optional.reply.kind, optional.run.stopped]).toEqual(['not_sent', undefined]);
  });

  it('is the only reason for which an optional request does not stop the run', async () => {
    const { run } = await send({ ...read, optional: true }, () => json(401, {}));
    expect(run.stopped?.code).toBe('UNAUTHORIZED');
  });
});

describe('refusalOf', () => {
  it('gives HubSpot’s words for a refusal, and the fault for a request without a clear answer', async () => {
    const refused = await send(read, () => json(400, { message: 'No such list.', correlationId: 'c-1' }));
    expect(refusalOf(refused.run, refused.reply)).toEqual({
      ok: false,
      error: { code: 'HUBSPOT_REJECTED', message: 'No such list.', correlationId: 'c-1' },
    });
    const unclear = await send(read, () => text(503, ''));
    expect(refusalOf(unclear.run, unclear.reply)).toMatchObject({ error: { code: 'HUBSPOT_UNAVAILABLE' } });
  });
});
