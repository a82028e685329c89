import { join } from 'node:path';
import { checks, deploy, writes } from './deploy';
import type { Upload } from './rehearse';

/** That it uploads, and what, is in the tests of the uploads. */
const top = join(__dirname, '../..');

describe('npm run deploy', () => {
  jest.setTimeout(180_000);
  let upload: Upload | undefined;
  afterEach(() => upload?.remove());

  it.each([...checks, writes])('uploads nothing where “%s” fails', async (check) => {
    const deployed = await deploy(top, ['--with-bulk-action'], check);
    ({ upload } = deployed);
    expect(deployed.called.at(-1)).toBe(check);
    expect(deployed.failure).not.toBe('');
    expect(upload.files).toEqual([]);
  });
});
