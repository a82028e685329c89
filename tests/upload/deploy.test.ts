import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { answers, quietly, run, Upload } from './rehearse';

/**
 * `npm run deploy`, with the real npx, tsx and HubSpot CLI, whose requests are answered in its process. The checks, which
 * are tests of their own, are noted and not run.
 */
const top = join(__dirname, '../..');
const script = join(top, 'scripts/deploy.mjs');

interface Deployed {
  upload: Upload;
  /** What was called, in order. */
  called: string[];
  /** What is printed where it fails. */
  failure: string | undefined;
}

/** Programs in front of the real ones: each notes its parameters. `failing`: the call that fails. */
function programsIn(folder: string, failing: string): string {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const write = (name: string, rest: string) => {
    const lines = ['#!/bin/sh', `echo "${name} $*" >> ${folder}/called`, `[ "${name} $*" = "${failing}" ] && exit 3`, rest]; // prettier-ignore
    writeFileSync(join(bin, name), lines.join('\n'));
    chmodSync(join(bin, name), 0o755);
  };
  write('npm', 'exit 0');
  write('npx', `[ "$1" = jest ] && exit 0; PATH=\${PATH#*${delimiter}} exec npx "$@"`);
  return bin;
}

async function deploy(parameters: string[], failing = 'none'): Promise<Deployed> {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-'));
  const upload = new Upload();
  let failure: string | undefined;
  const PATH = `${programsIn(folder, failing)}${delimiter}${process.env['PATH']}`;
  await upload.receive((env) =>
    run(process.execPath, [script, ...parameters, ...quietly], {
      cwd: tmpdir(),
      env: { ...process.env, ...env, PATH, NODE_OPTIONS: `--import=${answers}` },
    }).catch(({ stderr }: { stderr: string }) => (failure = stderr)),
  );
  const called = readFileSync(join(folder, 'called'), 'utf8').trim().split('\n');
  rmSync(folder, { recursive: true });
  // Where packages are older than the lock file, they are installed before anything else.
  return { upload, called: called.filter((line) => !/^npm (install|ci)/.test(line)), failure };
}

const checks = [
  'npm run --silent prepare',
  'npm run --silent typecheck',
  'npm run --silent lint',
  'npx jest --testPathIgnorePatterns end-to-end',
];
const uploads = `npx hs project upload ${quietly.join(' ')}`;
const isOfAction = (path: string) => path.startsWith('app/actions/');

describe('npm run deploy', () => {
  jest.setTimeout(180_000);
  let upload: Upload | undefined;
  afterEach(() => upload?.remove());

  it('runs the checks, and then uploads the repository, without the bulk action', async () => {
    const deployed = await deploy([]);
    ({ upload } = deployed);
    expect(deployed).toMatchObject({ failure: undefined, called: [...checks, uploads] });
    expect(upload.files).toContain('app/cards/RecordTab.tsx');
    expect(upload.files.filter(isOfAction)).toEqual([]);
  });

  it('uploads the bulk action as well where it is asked to', async () => {
    const deployed = await deploy(['--with-bulk-action']);
    ({ upload } = deployed);
    expect(deployed).toMatchObject({
      failure: undefined,
      called: [...checks, 'npx tsx bulk-action/build.ts', uploads],
    });
    expect(upload.files).toContain('app/cards/RecordTab.tsx');
    expect(upload.files).toContain('app/functions/dist/associate_records.js');
    expect(upload.files.filter(isOfAction)).toContain('app/actions/bulk-associate-hsmeta.json');
  });

  it.each([...checks, 'npx tsx bulk-action/build.ts'])('uploads nothing where “%s” fails', async (check) => {
    const deployed = await deploy(['--with-bulk-action'], check);
    ({ upload } = deployed);
    expect(deployed.called.at(-1)).toBe(check);
    expect(deployed.failure).not.toBe('');
    expect(upload.files).toEqual([]);
  });
});
