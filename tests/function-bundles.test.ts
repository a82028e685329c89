import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '../src/app/functions/dist');
const maxBytes = 60_000;
/** Functions that send nothing to HubSpot: they have neither a token nor the client. */
const withoutAccess = ['read_messages.js', 'read_pasted_text.js'];

describe.each(readdirSync(folder))('the bundle of %s', (file) => {
  const text = readFileSync(join(folder, file), 'utf8');
  const hasAccess = !withoutAccess.includes(file);

  it(`has at most ${maxBytes} bytes without the official client`, () => {
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(maxBytes);
  });

  it('reads its token, if it needs one, and for local runs HubSpot’s address from the environment, and nothing else', () => {
    const names = [...text.matchAll(/process\.env(?:\.(\w+)|\["(\w+)"\])?/g)].map(
      ([, one, other]) => one ?? other,
    );
    const read = ['HUBSPOT_API_BASE_URL', 'PRIVATE_APP_ACCESS_TOKEN'];
    expect([...new Set(names)].sort()).toEqual(hasAccess ? read : []);
  });

  it('contains no URL, and requires no module but the official client, and what unpacks the words', () => {
    expect(text).not.toMatch(/https?:\/\//);
    const modules = [...text.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name);
    const unpacks = file === 'read_messages.js' ? ['node:zlib'] : [];
    expect([...new Set(modules)]).toEqual(hasAccess ? ['@hubspot/api-client'] : unpacks);
  });

  it('prints nothing, so that no log of HubSpot’s can hold customer data', () => {
    expect(text).not.toMatch(/\bconsole\./);
  });
});
