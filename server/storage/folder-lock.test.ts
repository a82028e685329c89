import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from './folder-lock';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'locked-'));
  file = join(folder, 'in-use-by');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('lockFolder', () => {
  it('locks the folder until it is released', () => {
    const release = lockFolder(folder);
    expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
    release();
    expect(existsSync(file)).toBe(false);
  });

  it('refuses a folder that another running process has locked, and leaves its lock', () => {
    writeFileSync(file, String(process.ppid));
    expect(() => lockFolder(folder)).toThrow(`in use by process ${process.ppid}`);
    expect(readFileSync(file, 'utf8')).toBe(String(process.ppid));
  });

  it.each([
    // Above the kernel's largest process id, 4194304.
    ['a process that no longer runs', '4194305'],
    ['an earlier run with the same process id, as in a container', String(process.pid)],
    ['nothing', ''],
    ['no process', '-1'],
    ['a broken file', 'abc'],
  ])('replaces the lock of %s', (_, content) => {
    writeFileSync(file, content);
    lockFolder(folder);
    expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
  });
});
