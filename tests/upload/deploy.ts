import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { answers, quietly, run, Upload } from './rehearse';

/** What came of `npm run deploy`. */
export interface Deployed {
  upload: Upload;
  /** What was called, in order. */
  called: string[];
  /** What is printed where it fails. */
  failure: string | undefined;
}

/** The calls of the checks, in order. */
export const checks = [
  'npm run --silent prepare',
  'npm run --silent typecheck',
  'npm run --silent lint',
  'npx jest --testPathIgnorePatterns end-to-end',
];
/** The call that writes the project with the bulk action. */
export const writes = 'npx tsx bulk-action/build.ts';
/** The call that uploads. */
export const uploads = `npx hs project upload ${quietly.join(' ')}`;

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

/**
 * `npm run deploy` of the repository in a folder, with the real npx, tsx and HubSpot CLI, whose requests are answered in its
 * process. The checks, which are tests of their own, are noted and not run. `failing`: the call that fails.
 */
export async function deploy(repository: string, parameters: string[], failing = 'none'): Promise<Deployed> {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-'));
  const upload = new Upload();
  let failure: string | undefined;
  const programs = programsIn(folder, failing);
  await upload.receive((env) =>
    run(process.execPath, [join(repository, 'scripts/deploy.mjs'), ...parameters, ...quietly], {
      cwd: tmpdir(),
      env: { ...process.env, ...env, PATH: `${programs}${delimiter}${env['PATH']}`, NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --import=${answers}` }, // prettier-ignore
    }).catch(({ stderr }: { stderr: string }) => (failure = stderr)),
  );
  const called = readFileSync(join(folder, 'called'), 'utf8').trim().split('\n');
  rmSync(folder, { recursive: true });
  // Where packages are older than the lock file, they are installed before anything else.
  return { upload, called: called.filter((line) => !/^npm (install|ci)/.test(line)), failure };
}
