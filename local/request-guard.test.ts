import { Hono } from 'hono';
import { requestGuard } from './request-guard';

const app = new Hono();
app.use(requestGuard('3210'));
app.all('*', (c) => c.text('done'));

interface Sent {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
}

/** The status of a request to the server at 127.0.0.1:3210 that holds two bytes of JSON, unless told otherwise. */
async function statusOf({ method = 'POST', path = '/functions/describe_objects', headers = {} }: Sent) {
  const sent = {
    host: '127.0.0.1:3210',
    'content-type': 'application/json',
    'content-length': '2',
    ...headers,
  };
  const response = await app.request(path, { method, headers: sent });
  return response.status;
}

describe('the guard of the local server', () => {
  it.each(['127.0.0.1:3210', 'localhost:3210', 'LOCALHOST:3210', '[::1]:3210'])(
    'answers as %s',
    async (host) => expect(await statusOf({ headers: { host } })).toBe(200),
  );

  it.each([
    'evil.example:3210',
    'evil.example',
    '127.0.0.1',
    '127.0.0.1:3211',
    'localhost.evil.example:3210',
    '',
  ])('refuses the host “%s”, for reads too', async (host) => {
    expect(await statusOf({ headers: { host } })).toBe(421);
    expect(await statusOf({ method: 'GET', headers: { host } })).toBe(421);
  });

  it.each(['http://127.0.0.1:3210', 'http://localhost:3210', 'http://[::1]:3210'])(
    'lets pages of its own origin %s change state',
    async (origin) => expect(await statusOf({ headers: { origin } })).toBe(200),
  );

  it.each([
    'https://evil.example',
    'http://127.0.0.1:3211',
    'https://127.0.0.1:3210',
    'http://127.0.0.1:3210.evil.example',
    'null',
    '',
  ])('refuses changes from the origin “%s”, by every method that makes one', async (origin) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect(await statusOf({ method, headers: { origin } })).toBe(403);
    }
  });

  it.each(['cross-site', 'same-site'])(
    'refuses what a browser marks as %s though it names no origin',
    async (site) => expect(await statusOf({ headers: { 'sec-fetch-site': site } })).toBe(403),
  );

  it('takes requests of clients that are no browser', async () => expect(await statusOf({})).toBe(200));

  it.each([
    'text/plain',
    'text/plain;charset=UTF-8',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    '',
  ])('refuses a body of the content type “%s”', async (type) =>
    expect(await statusOf({ headers: { 'content-type': type } })).toBe(415),
  );

  it('refuses such a body in chunks, which has no length', async () =>
    expect(
      await statusOf({
        headers: { 'content-type': 'text/plain', 'content-length': '', 'transfer-encoding': 'chunked' },
      }),
    ).toBe(415));

  it('takes JSON with a character set', async () =>
    expect(await statusOf({ headers: { 'content-type': 'application/json; charset=utf-8' } })).toBe(200));

  it('takes the forms that OAuth demands', async () =>
    expect(
      await statusOf({
        path: '/oauth/v1/token',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    ).toBe(200));

  it('takes the form of a page of its own', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const path = '/admin/access';
    expect(await statusOf({ path, headers: { ...form, origin: 'http://127.0.0.1:3210' } })).toBe(200);
    expect(await statusOf({ path, headers: { ...form, origin: 'null' } })).toBe(403);
  });

  it('asks for no content type where there is no body', async () =>
    expect(await statusOf({ method: 'PUT', headers: { 'content-type': '', 'content-length': '0' } })).toBe(
      200,
    ));

  it('says what to do in the shape of HubSpot’s errors', async () => {
    const response = await app.request('/', { headers: { host: 'evil.example' } });
    expect(await response.json()).toEqual({
      status: 'error',
      message: 'This server answers as 127.0.0.1:3210, localhost:3210, [::1]:3210 only.',
      category: 'REFUSED_BY_LOCAL_SERVER',
    });
  });
});
