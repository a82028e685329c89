import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { functionRoutes } from './routes';
import { FunctionRunner } from './runner';

/** App functions of a test, by uid: the text of their bundle. */
const sources = {
  echo: 'exports.main = async (context) => ({ context, environment: Object.keys(process.env) });',
  count: 'let calls = 0; exports.main = async () => ++calls;',
  nothing: 'exports.main = async () => undefined;',
  chatty: 'exports.main = async () => { console.log("one\\ntwo"); console.error("three"); };',
  throws: 'exports.main = async () => { throw new Error("boom"); };',
  circular: 'exports.main = async () => { const a = {}; a.a = a; return a; };',
  silent: 'exports.main = () => new Promise(() => undefined);',
  busy: 'exports.main = async () => { for (;;); };',
  greedy:
    'exports.main = async () => { const all = []; for (;;) all.push(new Array(1e6).fill(Math.random())); };',
  buffers:
    'exports.main = async () => { const all = []; for (;;) { all.push(Buffer.alloc(4e6, 1)); await new Promise((r) => setTimeout(r, 5)); } };',
  nomain: 'exports.other = 1;',
};

const top = mkdtempSync(join(tmpdir(), 'functions-'));
const folder = join(top, 'app/functions');
const lines: string[] = [];
let runner: FunctionRunner;
let patientRunner: FunctionRunner;

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  for (const [uid, source] of Object.entries(sources)) {
    const meta = { uid, config: { entrypoint: `/app/functions/${uid}.js` } };
    writeFileSync(join(folder, `${uid}-hsmeta.json`), JSON.stringify(meta));
    writeFileSync(join(folder, `${uid}.js`), source);
  }
  const options = { folder, environment: { PRIVATE_APP_ACCESS_TOKEN: 't' }, memoryMb: 64 };
  runner = new FunctionRunner({
    ...options,
    timeOutMs: 1_500,
    onLog: (uid, line) => lines.push(`${uid}: ${line}`),
  });
  // Memory takes time to fill on a busy machine.
  patientRunner = new FunctionRunner({ ...options, timeOutMs: 30_000 });
});
afterAll(() => {
  runner.close();
  patientRunner.close();
  rmSync(top, { recursive: true });
});

describe('FunctionRunner', () => {
  it('gives a function the fields HubSpot gives it, and no environment but its own', async () => {
    const execution = await runner.call('echo', { a: 1 });
    expect(execution).toEqual({
      ok: true,
      response: {
        context: { parameters: { a: 1 }, propertiesToSend: {}, event: {}, secrets: {} },
        environment: expect.arrayContaining(['PRIVATE_APP_ACCESS_TOKEN']),
      },
    });
    expect(JSON.stringify(execution)).not.toContain('HOME');
  });

  it('keeps a function warm between calls, and runs calls at the same time apart', async () => {
    expect(await runner.call('count', {})).toEqual({ ok: true, response: 1 });
    expect(await runner.call('count', {})).toEqual({ ok: true, response: 2 });
    const both = await Promise.all([runner.call('count', {}), runner.call('count', {})]);
    expect(both.map((execution) => execution.ok && execution.response).sort()).toEqual([1, 3]);
  });

  it('runs the new build of a function, not the warm old one', async () => {
    await runner.call('count', {});
    await new Promise((resolve) => setTimeout(resolve, 20));
    writeFileSync(join(folder, 'count.js'), sources.count);
    expect(await runner.call('count', {})).toEqual({ ok: true, response: 1 });
  });

  it('passes undefined on as null', async () => {
    expect(await runner.call('nothing', {})).toEqual({ ok: true, response: null });
  });

  it.each([
    ['throws', /boom/],
    ['circular', /circular/],
    ['silent', /timed out after 1.50 seconds/],
    ['busy', /timed out/],
    ['nomain', /not a function/],
    ['unknown', /unknown/],
  ])('says why a function failed: %s', async (uid, reason) => {
    expect(await runner.call(uid, {})).toMatchObject({ ok: false, message: expect.stringMatching(reason) });
  });

  it.each([
    ['greedy', /process ended|more than 64 MB/],
    ['buffers', /more than 64 MB/],
  ])('says that a function took too much memory: %s', async (uid, reason) => {
    const execution = await patientRunner.call(uid, {});
    expect(execution).toMatchObject({ ok: false, message: expect.stringMatching(reason) });
  });

  it('tells what a function prints, line by line', async () => {
    await runner.call('chatty', {});
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(lines).toEqual(expect.arrayContaining(['chatty: one', 'chatty: two', 'chatty: three']));
  });
});

describe('POST /functions/{uid}', () => {
  const post = (uid: string, body: unknown) =>
    functionRoutes(runner).request(`/functions/${uid}`, { method: 'POST', body: JSON.stringify(body) });

  it('wraps what the function returns', async () => {
    const response = await post('echo', { parameters: { a: 1 } });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ response: { context: { parameters: { a: 1 } } } });
  });

  it('answers 400 with HubSpot’s error shape when the function throws', async () => {
    const response = await post('throws', {});
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      status: 'error',
      category: 'VALIDATION_ERROR',
      errors: [{ message: "The serverless function 'throws' failed to execute: Error: boom" }],
    });
  });
});
