import type { HostedServer } from '../../server/app';
import { openDatabase, type Database } from '../../server/storage';
import { onPostgres } from '../../server/testing/on-databases';
import {
  account,
  callFunction,
  deleteAccount,
  describeContacts,
  Hosting,
  install,
  marketplaceApp,
  publicUrl,
} from './hosted-app';
import { newLines, RunCard } from './run-card';

/** A browser that keeps the cookie of the page for admins. */
class Browser {
  cookie = '';

  constructor(private readonly server: HostedServer) {}

  async open(
    url: string,
    language = 'en',
  ): Promise<{ status: number; html: string; url: string; policy: string; referrer: string }> {
    const headers = { 'accept-language': language, ...(this.cookie && { cookie: this.cookie }) };
    return this.follow(await this.server.fetch(new Request(url, { headers })), url);
  }

  /** Sends the form of a page, as its browser would: with its hidden fields. */
  async send(
    html: string,
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ) {
    const form = html.split(`action="${path}"`)[1]?.split('</form>')[0] ?? '';
    const hidden = [...form.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)];
    const body = new URLSearchParams({
      ...Object.fromEntries(hidden.map(([, name, value]) => [name, value])),
      ...fields,
    });
    const request = new Request(publicUrl + path, {
      method: 'POST',
      body,
      headers: { origin: publicUrl, cookie: this.cookie, ...headers },
    });
    return this.follow(await this.server.fetch(request), path);
  }

  private async follow(response: Response, url: string): ReturnType<Browser['open']> {
    const [cookie] = (response.headers.get('set-cookie') ?? '').split(';');
    if (cookie) this.cookie = cookie;
    const location = response.headers.get('location');
    if (location !== null) return this.open(location);
    const policy = response.headers.get('content-security-policy') ?? '';
    const referrer = response.headers.get('referrer-policy') ?? '';
    return { status: response.status, html: await response.text(), url, policy, referrer };
  }
}

onPostgres((postgres) => {
  let hosting: Hosting;
  let server: HostedServer;
  let database: Database;
  const admin = new RunCard(() => server, { user: '1' });
  const nora = new RunCard(() => server, { user: '2' });

  beforeAll(async () => {
    hosting = await Hosting.start();
    const databaseUrl = postgres().newDatabase();
    server = await hosting.createServer({ databaseUrl, runTimes: { pollMs: 50 } });
    database = await openDatabase({ databaseUrl });
  }, 60_000);
  beforeEach(async () => {
    hosting.reset();
    hosting.clock.now = Date.now();
    await database.script('DELETE FROM run_turns; DELETE FROM accounts');
    await install(server, hosting.crm);
  });
  afterAll(async () => {
    await database.close();
    await server.close();
    await hosting.hubspot.close();
  });

  const openPage = async (language = 'en') => {
    const browser = new Browser(server);
    const { url } = await admin.call('open_administration', { language });
    return { browser, url, page: await browser.open(url) };
  };
  const allow = async (allowed: string, ask = '') => {
    const { browser, page } = await openPage();
    return browser.send(page.html, '/admin/access', { allowed, ask });
  };
  const name = async (who: string, role = 'user') => {
    const { browser, page } = await openPage();
    return browser.send(page.html, '/admin/people', { who, role });
  };

  describe('who may use the app', () => {
    it('is everyone who sees the card, until an admin says otherwise; the first admin is who installed it', async () => {
      expect(await admin.call('describe_access', {})).toEqual({
        ok: true,
        mayUse: true,
        mayAdminister: true,
      });
      expect(await nora.call('describe_access', {})).toEqual({
        ok: true,
        mayUse: true,
        mayAdminister: false,
      });
    });

    it.each([
      ['everyone', true, true],
      ['named', false, true],
      ['admins', false, false],
    ])('where it is %s: others %s, named ones %s', async (allowed, others, named) => {
      await allow(allowed);
      await name('3');
      const mayUse = async (user: string) =>
        (await describeContacts(server, { user })).status === 200 &&
        (await new RunCard(() => server, { user }).call('describe_access', {})).mayUse;
      expect([await mayUse('2'), await mayUse('3'), await mayUse('1')]).toEqual([others, named, true]);
    });

    it('is decided here for every call, and a refused person reads whom to ask', async () => {
      await allow('admins', 'Dana <b>in</b> Sales Ops');
      const refused = {
        code: 'UNAUTHORIZED',
        reason: 'not_allowed',
        ask: 'Dana <b>in</b> Sales Ops',
        message: expect.stringContaining('Ask: Dana'),
      };
      expect(await nora.refusal('start_run', {} as never)).toEqual({ status: 403, error: refused });
      expect(await callFunction(server, 'associate_records', {}, { user: '2' })).toMatchObject({
        status: 403,
        body: { ok: false, error: refused },
      });
      expect(await nora.call('describe_access', {})).toMatchObject({
        mayUse: false,
        ask: 'Dana <b>in</b> Sales Ops',
      });
      expect((await openPage()).page.html).not.toContain('<b>in</b>');
    });

    it('may be named by an address, which is not stored, and holds for the person who has it', async () => {
      await allow('named');
      const email = "O'Brien+x@Example.com";
      const { html } = await name(email);
      expect(html).toContain('O…@Example.com (has not used the card yet)');
      const stored = JSON.stringify([await database.query('SELECT * FROM people'), hosting.lines]);
      expect(stored).not.toMatch(/brien/i);
      // The calls of these tests name this address, however it is written.
      expect((await nora.call('describe_access', {})).mayUse).toBe(true);
      const elsewhere = new URLSearchParams({
        userId: '7',
        portalId: account,
        appId: String(marketplaceApp.appId),
      });
      const call = { url: `${publicUrl}/functions/describe_access?${elsewhere}` };
      expect(await callFunction(server, 'describe_access', {}, call)).toMatchObject({
        body: { mayUse: false },
      });
      expect((await openPage()).page.html).toContain('O…@Example.com, HubSpot user 2');
    });

    it('cannot be changed by the card: a user id that HubSpot did not sign counts for nothing', async () => {
      await allow('admins');
      const query = `portalId=${account}&userId=2&userId=1&appId=${marketplaceApp.appId}`;
      const call = { url: `${publicUrl}/functions/describe_access?${query}` };
      expect((await callFunction(server, 'describe_access', {}, call)).status).toBe(401);
    });
  });

  describe('what only admins may', () => {
    it.each(['delete_runs', 'open_administration'] as const)('is %s', async (uid) => {
      expect(await nora.refusal(uid, {})).toMatchObject({ status: 403, error: { reason: 'not_admin' } });
    });

    it('is to delete the account’s data', async () => {
      expect((await deleteAccount(server, { user: '2' })).status).toBe(403);
      expect((await describeContacts(server)).status).toBe(200);
      expect((await deleteAccount(server, { user: '1' })).status).toBe(200);
      expect((await describeContacts(server)).status).toBe(403);
      expect((await deleteAccount(server, { user: '2' })).status).toBe(200);
      const [left] = await database.query(
        `SELECT (SELECT count(*)::int FROM people) AS people, (SELECT count(*)::int FROM access) AS access,
           (SELECT count(*)::int FROM admin_links) AS links`,
      );
      expect(left).toEqual({ people: 0, access: 0, links: 0 });
    });

    it('is what a second admin may, too, and not any more once removed', async () => {
      const { html } = await name('2', 'admin');
      expect(await nora.call('open_administration', {})).toMatchObject({ ok: true });
      const { browser } = await openPage();
      const person = /name="person" value="(\d+)" \/><button[^>]*aria-label="Remove HubSpot user 2"/.exec(
        html,
      )?.[1];
      await browser.send(html, '/admin/people/remove', { person: person ?? '', form: formOf((await browser.open(`${publicUrl}/admin`)).html) }); // prettier-ignore
      expect(await nora.refusal('open_administration', {})).toMatchObject({ error: { reason: 'not_admin' } });
    });

    it('is never left to nobody', async () => {
      const demoted = await name('1', 'user');
      expect(demoted.html).toContain('At least one admin');
      // Somebody who was named by an address may never come.
      await name('nobody@example.com', 'admin');
      const { browser, page } = await openPage();
      const person = /name="person" value="(\d+)"/.exec(page.html)?.[1] ?? '';
      expect((await browser.send(page.html, '/admin/people/remove', { person })).html).toContain(
        'At least one admin',
      );
      expect((await admin.call('describe_access', {})).mayAdminister).toBe(true);
    });
  });

  describe('the page for admins', () => {
    it('opens once, within five minutes, and stays for half an hour', async () => {
      const { browser, url, page } = await openPage();
      expect(page.status).toBe(200);
      expect(page.html).toContain('Who may use Bulk Associate');
      expect(page.url).not.toContain('link=');
      expect((await new Browser(server).open(url)).status).toBe(403);
      hosting.clock.now += 29 * 60_000;
      expect((await browser.open(`${publicUrl}/admin`)).status).toBe(200);
      hosting.clock.now += 2 * 60_000;
      expect((await browser.open(`${publicUrl}/admin`)).status).toBe(403);
      hosting.clock.now = Date.now();
      const { url: late } = await admin.call('open_administration', {});
      hosting.clock.now += 5 * 60_000 + 1_000;
      expect((await new Browser(server).open(late)).status).toBe(403);
      expect((await new Browser(server).open(`${publicUrl}/admin`)).status).toBe(403);
    });

    it('takes forms of its own session only', async () => {
      const { browser, page } = await openPage();
      const fields = { allowed: 'admins', ask: '' };
      // Under `no-referrer`, the browser would name no origin.
      expect(page.referrer).toBe('same-origin');
      const forged = [
        await browser.send(page.html, '/admin/access', { ...fields, form: 'x' }),
        await browser.send(page.html, '/admin/access', { ...fields, form: '' }),
        await browser.send(page.html, '/admin/access', fields, { origin: 'https://evil.example.com' }),
        await browser.send(page.html, '/admin/access', fields, { cookie: '' }),
        await browser.send(page.html, '/admin/access', fields, { cookie: `admin=${account}.1.9999999999999.${'x'.repeat(43)}` }),
      ]; // prettier-ignore
      expect(forged.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
      expect((await nora.call('describe_access', {})).mayUse).toBe(true);
      expect((await browser.send(page.html, '/admin/access', fields)).html).toContain('Saved.');
      expect((await nora.call('describe_access', {})).mayUse).toBe(false);
    });

    it('ends for a person who is no admin any more', async () => {
      const { browser, page } = await openPage();
      await name('2', 'admin');
      await database.query(`DELETE FROM people WHERE user_id = 1`);
      expect((await browser.open(`${publicUrl}/admin`)).status).toBe(403);
      expect((await browser.send(page.html, '/admin/access', { allowed: 'admins', ask: '' })).status).toBe(
        403,
      );
    });

    it.each([
      ['who', 'nobody at all'],
      ['who', '0'],
      ['who', `${'x'.repeat(250)}@example.com`],
    ])('says what is wrong with %s “%s”, and changes nothing', async (_, who) => {
      const { html } = await name(who);
      expect(html).toContain('role="alert"');
      expect(html).toContain('aria-invalid="true"');
      expect(await database.query('SELECT 1 FROM people')).toHaveLength(1);
    });

    it('deletes the runs of the account, once that is confirmed', async () => {
      const { run } = await admin.carriesOut(newLines(1));
      const { browser, page } = await openPage();
      await browser.send(page.html, '/admin/runs/delete', {});
      expect((await admin.call('read_run', { run })).status.run).toBe(run);
      const { html } = await browser.send(page.html, '/admin/runs/delete', { confirmed: 'yes' });
      expect(html).toContain('All runs are deleted.');
      expect(hosting.lines.filter(({ event }) => event === 'runs_deleted')).toMatchObject([{ account }]);
      expect(await admin.refusal('read_run', { run })).toMatchObject({ error: { reason: 'run_gone' } });
    });

    it('speaks Japanese, loads nothing, runs no script, cannot be framed, and labels every field', async () => {
      const { page } = await openPage('ja-JP');
      expect(page.html).toContain('lang="ja"');
      expect(page.html).toContain('カードを使用できるユーザー');
      expect(page.html).not.toMatch(/<script|src=|https?:/);
      for (const rule of ["default-src 'none'", "form-action 'self'", "frame-ancestors 'none'"])
        expect(page.policy).toContain(rule);
      for (const [, id] of page.html.matchAll(/<(?:input|select)[^>]* id="(\w+)"/g))
        expect(page.html).toContain(`for="${id}"`);
    });
  });
});

function formOf(html: string): string {
  return /name="form" value="([^"]+)"/.exec(html)?.[1] ?? '';
}
