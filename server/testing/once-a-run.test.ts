import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onceARun } from './once-a-run';

const { TEST_RUN_FOLDER: ofThisRun } = process.env;
let run = '';
beforeEach(() => {
  run = mkdtempSync(join(tmpdir(), 'once-'));
  process.env['TEST_RUN_FOLDER'] = run;
});
afterEach(() => {
  process.env['TEST_RUN_FOLDER'] = ofThisRun;
  rmSync(run, { recursive: true });
});

let made = 0;
beforeEach(() => (made = 0));
const make = (folder: string) => {
  mkdirSync(folder);
  writeFileSync(join(folder, 'made'), String(++made));
};

describe('a folder that is made once a run', () => {
  it('is made by the first that needs it, and found by the others', () => {
    const folder = onceARun('one', make);
    expect(onceARun('one', make)).toBe(folder);
    expect(readFileSync(join(folder ?? '', 'made'), 'utf8')).toBe('1');
    expect(onceARun('other', make)).not.toBe(folder);
  });

  it('is not there in part, and is made again, after making it failed', () => {
    const fail = (folder: string) => {
      make(folder);
      throw new Error('no space');
    };
    expect(() => onceARun('one', fail)).toThrow('no space');
    expect(existsSync(join(run, 'one'))).toBe(false);
    expect(readFileSync(join(onceARun('one', make) ?? '', 'made'), 'utf8')).toBe('2');
  });

  it('is not waited for where the process that began it has ended', () => {
    const lock = join(run, 'one.lock');
    mkdirSync(lock);
    utimesSync(lock, 1, 1);
    expect(onceARun('one', make)).toBeUndefined();
  });

  it('is not there outside of a run', () => {
    delete process.env['TEST_RUN_FOLDER'];
    expect([onceARun('one', make), made]).toEqual([undefined, 0]);
  });
});
