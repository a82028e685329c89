import { checkDescribe, checkMessages, type Answer, type DescribeAnswer } from '@bulk-associate/contract';
import { answerCall, answerWithoutAccess, type Access, type Handler } from './answer-call';
import { ScriptedHubSpot } from './testing';

const { hubspot } = new ScriptedHubSpot();
const access: Access = { hubspot, secrets: ['secret-1', 'secret-2'] };
const parameters = { objectType: '0-1' };
const nothing: Answer<DescribeAnswer> = { ok: true, objectTypes: [] };

function call(handler: Handler<'describe_objects'>, given: unknown = parameters, by: typeof access = access) {
  return answerCall('describe_objects', checkDescribe, handler, given, by);
}

describe('answerCall', () => {
  it('gives checked parameters to the handler, and its answer back', async () => {
    const seen: unknown[] = [];
    const answer = await call(async (_, checked) => (seen.push(checked), nothing), {
      ...parameters,
      more: 1,
    });
    expect(answer).toBe(nothing);
    expect(seen).toEqual([parameters]);
  });

  it('refuses parameters that break the contract before anything is done', async () => {
    const handler = jest.fn();
    const answer = await call(handler, { objectType: '../x' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    expect(handler).not.toHaveBeenCalled();
  });

  it('answers with the reason where there is no access', async () => {
    const error = { code: 'UNAUTHORIZED', message: 'Install it.' } as const;
    expect(await answerCall('describe_objects', checkDescribe, jest.fn(), parameters, error)).toEqual({
      ok: false,
      error,
    });
  });

  it('keeps every token out of the answer, one that came into use during the call too', async () => {
    const secrets = new Set(['secret-1']);
    const answer = await call(
      async () => {
        secrets.add('secret-2');
        return { ok: false, error: { code: 'HUBSPOT_REJECTED', message: 'secret-1 and secret-2 are bad' } };
      },
      parameters,
      { hubspot, secrets },
    );
    expect(answer).toMatchObject({ error: { message: '[token] and [token] are bad' } });
  });

  it('turns an error into a defect of the app without telling its text, and reports it', async () => {
    const onDefect = jest.fn();
    const error = new Error('secret-1');
    const answer = await call(() => Promise.reject(error), parameters, { ...access, onDefect });
    expect(answer).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
    expect(JSON.stringify(answer)).not.toContain('secret-1');
    expect(onDefect).toHaveBeenCalledWith(error);
  });
});

describe('answerWithoutAccess', () => {
  const read = jest.fn((parameters: { language: string }) => ({ ...parameters, messages: {} }));

  it('answers with what is read for checked parameters', async () => {
    const answer = await answerWithoutAccess<'read_messages'>(checkMessages, read, {
      language: 'ja',
      more: 1,
    });
    expect(answer).toEqual({ ok: true, language: 'ja', messages: {} });
  });

  it('refuses parameters that break the contract before anything is read', async () => {
    read.mockClear();
    const answer = await answerWithoutAccess<'read_messages'>(checkMessages, read, { language: 1 });
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    expect(read).not.toHaveBeenCalled();
  });

  it('turns an error into a defect of the app without telling its text', async () => {
    const fails = () => {
      throw new Error('ada@example.com');
    };
    const answer = await answerWithoutAccess<'read_messages'>(checkMessages, fails, { language: 'ja' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
    expect(JSON.stringify(answer)).not.toContain('ada@');
  });
});
