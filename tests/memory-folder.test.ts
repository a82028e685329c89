import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const script = pathToFileURL(join(__dirname, '../scripts/memory-folder.mjs')).href;

/** The folder that is made in a file system if so many bytes are free in it, or `none`. */
function madeIn(fileSystem: string, neededBytes: number): string {
  const source = `import { makeMemoryFolder } from ${JSON.stringify(script)};
process.stdout.write(makeMemoryFolder(${JSON.stringify(fileSystem)}, ${neededBytes}) ?? 'none');`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', source], { encoding: 'utf8' });
}

describe('the folder of a test run', () => {
  let fileSystem: string;
  beforeEach(() => (fileSystem = mkdtempSync(join(tmpdir(), 'file-system-'))));
  afterEach(() => rmSync(fileSystem, { recursive: true }));

  it('is empty, in the file system that it was asked for, and may be read by other users', () => {
    const folder = madeIn(fileSystem, 1);
    expect(dirname(folder)).toBe(fileSystem);
    expect(readdirSync(folder)).toEqual([]);
    expect(statSync(folder).mode & 0o777).toBe(0o755);
  });

  it('is not made where there is no such file system, or too little room in it', () => {
    expect(madeIn(join(fileSystem, 'none'), 1)).toBe('none');
    expect(madeIn(fileSystem, Infinity)).toBe('none');
    expect(readdirSync(fileSystem)).toEqual([]);
  });
});
