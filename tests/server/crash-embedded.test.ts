import { cpSync } from 'node:fs';
import { withBuiltServer } from './hosted-process';
import { survivesKill } from './survives-kill';

const parts = withBuiltServer();

describe('on the embedded database', () => {
  // Making the files of an empty database takes longer than all that a test does. That it is made is a test of the process.
  const empty = parts.newDataDir('file');
  beforeAll(async () => {
    await (await parts.start({ dataDir: empty })).stop();
  }, 60_000);
  let dataDir = '';
  beforeEach(() => {
    dataDir = parts.newDataDir();
    cpSync(empty, dataDir, { recursive: true });
  });
  survivesKill(parts, () => ({ dataDir }), ['asked', 0, 5]);
});
