import { readKeys, readSettings } from './settings';

const key = Buffer.alloc(32, 7).toString('base64');
const good = {
  PUBLIC_URL: 'https://bulk.example.com',
  HUBSPOT_CLIENT_ID: 'client',
  HUBSPOT_CLIENT_SECRET: 'hush-hush',
  TOKEN_ENCRYPTION_KEYS: `k1:${key}`,
};

const mistakes = (more: Record<string, string>) => {
  const settings = readSettings({ ...good, ...more });
  return settings.ok ? [] : settings.mistakes;
};

describe('readSettings', () => {
  it('needs an address, an app and a key; the rest has a default', () => {
    expect(readSettings(good)).toMatchObject({
      ok: true,
      port: 3000,
      options: { publicUrl: good.PUBLIC_URL, hubspotClientId: 'client', dataDir: 'data' },
    });
  });

  it('reads every setting, without the spaces around it', () => {
    const more = {
      PUBLIC_URL: ' https://bulk.example.com ',
      HUBSPOT_APP_ID: '7',
      HUBSPOT_API_BASE_URL: 'http://127.0.0.1:1',
      HUBSPOT_AUTHORIZE_URL: 'http://127.0.0.1:2',
      DATA_DIR: '/data',
      DATABASE_URL: ' ',
      PORT: '8080',
      RUN_RETENTION_DAYS: '30',
    };
    expect(readSettings({ ...good, ...more })).toEqual({
      ok: true,
      port: 8080,
      options: {
        publicUrl: 'https://bulk.example.com',
        hubspotClientId: 'client',
        hubspotClientSecret: 'hush-hush',
        hubspotAppId: '7',
        hubspotApiBaseUrl: 'http://127.0.0.1:1',
        hubspotAuthorizeUrl: 'http://127.0.0.1:2',
        tokenEncryptionKeys: `k1:${key}`,
        databaseUrl: undefined,
        dataDir: '/data',
        runRetentionDays: 30,
      },
    });
  });

  it('takes a Postgres server instead of a folder', () => {
    const settings = readSettings({ ...good, DATABASE_URL: 'postgres://db/bulk' });
    expect(settings).toMatchObject({
      ok: true,
      options: { databaseUrl: 'postgres://db/bulk', dataDir: undefined },
    });
  });

  it('says all that is missing at once', () => {
    const settings = readSettings({});
    expect(settings.ok ? [] : settings.mistakes.map((sentence) => sentence.split(' ')[0])).toEqual([
      'PUBLIC_URL',
      'HUBSPOT_CLIENT_ID',
      'HUBSPOT_CLIENT_SECRET',
      'TOKEN_ENCRYPTION_KEYS',
    ]);
  });

  it.each([
    'bulk.example.com',
    'http://bulk.example.com',
    'https://bulk.example.com/',
    'https://bulk.example.com/app',
    'https://bulk.example.com?a=1',
    'ftp://bulk.example.com',
  ])('refuses the address %s', (address) => {
    expect(mistakes({ PUBLIC_URL: address })).toEqual([expect.stringContaining('PUBLIC_URL must be')]);
  });

  it.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'https://bulk.example.com:8443'])(
    'takes the address %s',
    (address) => expect(mistakes({ PUBLIC_URL: address })).toEqual([]),
  );

  it.each([
    ['PORT', '-1'],
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['HUBSPOT_APP_ID', 'my app'],
    ['HUBSPOT_API_BASE_URL', 'api.hubapi.com'],
    ['HUBSPOT_AUTHORIZE_URL', 'javascript:alert(1)'],
    ['DATABASE_URL', 'mysql://db/bulk'],
    ['TOKEN_ENCRYPTION_KEYS', 'k1'],
    ['TOKEN_ENCRYPTION_KEYS', `k1:${key.slice(4)}`],
    ['TOKEN_ENCRYPTION_KEYS', `k1:${key},k1:${key}`],
    ['TOKEN_ENCRYPTION_KEYS', `k1:${key},`],
    ['TOKEN_ENCRYPTION_KEYS', `${'k'.repeat(33)}:${key}`],
    ['TOKEN_ENCRYPTION_KEYS', `k 1:${key}`],
  ])('says what is wrong with %s=%s', (name, value) => {
    expect(mistakes({ [name]: value })).toEqual([expect.stringContaining(name)]);
  });

  it('repeats no secret in what it says', () => {
    const secret = 'c2VjcmV0';
    expect(mistakes({ TOKEN_ENCRYPTION_KEYS: `k1:${secret}` }).join()).not.toContain(secret);
    expect(mistakes({ DATABASE_URL: `mysql://u:${secret}@db` }).join()).not.toContain(secret);
  });
});

describe('readKeys', () => {
  it('reads keys in their order', () => {
    const keys = readKeys(`new:${key}, old:${key}`);
    expect(typeof keys === 'string' ? keys : keys.map(({ id, key: { length } }) => [id, length])).toEqual([
      ['new', 32],
      ['old', 32],
    ]);
  });
});
