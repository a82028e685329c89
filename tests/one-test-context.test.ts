import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** What a process prints that has loaded the module before this script. */
const run = (script: string) =>
  execFileSync(process.execPath, ['--import', join(__dirname, 'one-test-context.mjs'), '-e', script], {
    encoding: 'utf8',
  });

/** Prints what the outer storage holds once the inner one has run. */
const nested = (outer: object, inner: object) => `
  const { AsyncLocalStorage } = require('node:async_hooks');
  const [first, second] = [new AsyncLocalStorage(), new AsyncLocalStorage()];
  first.run(${JSON.stringify(outer)}, () => {
    second.run(${JSON.stringify(inner)}, () => undefined);
    process.stdout.write(JSON.stringify(first.getStore() ?? 'ended'));
  });`;

describe('the storages of an AsyncLocalStorage', () => {
  it('end with the first test of another file where they are Jest’s', () => {
    expect(run(nested({ test: 1 }, { test: 2 }))).toBe('"ended"');
    expect(run(nested({ test: 1 }, { hook: 2 }))).toBe('"ended"');
  });

  it('stay where they are not Jest’s', () => {
    expect(run(nested({ other: 1 }, { test: 2 }))).toBe('{"other":1}');
    expect(run(nested({ test: 1 }, { other: 2 }))).toBe('{"test":1}');
  });
});
