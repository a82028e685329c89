import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '../src/app/functions/dist');
const maxBytes = 60_000;

describe.each(readdirSync(folder))('the bundle of %s', (file) => {
  const text = readFileSync(join(folder, file), 'utf8');

  it(`has at most ${maxBytes} bytes without the official client`, () => {
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(maxBytes);
  });

  it('reads its token and, for local runs, HubSpot’s address from the environment, and nothing else', () => {
    const names = [...text.matchAll(/process\.env(?:\.(\w+)|\["(\w+)"\])?/g)].map(
      ([, one, other]) => one ?? other,
    );
    expect([...new Set(names)].sort()).toEqual(['HUBSPOT_API_BASE_URL', 'PRIVATE_APP_ACCESS_TOKEN']);
  });

  it('contains no URL, and requires no module but the official client', () => {
    expect(text).not.toMatch(/https?:\/\//);
    const modules = [...text.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name);
    expect(modules).toEqual(['@hubspot/api-client']);
  });

  it('prints nothing, so that no log of HubSpot’s can hold customer data', () => {
    expect(text).not.toMatch(/\bconsole\./);
  });
});
