import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeProject } from '../../marketplace/project';
import { optionalScopes, requiredScopes } from '../../marketplace/scopes';
import { createServer } from '../../server/app';
import { sandboxToken } from '../crm/access';
import { createCrm } from '../crm/crm';
import type { OAuthApp } from '../crm/oauth/apps';
import { crmRoutes } from '../crm/serve';
import { appId } from '../page/identity';
import { createPage } from '../page/page';
import { watchSources } from '../page/watch';
import type { Edition, EditionSettings } from './edition';
import { sandboxAccount, sandboxOptions } from './sandbox-account';
import { top } from './top';

/** What the card knows the back end by. The page sends its calls to this machine, as HubSpot's `local.json` does. */
const backendUrl = 'https://bulk-associate.example.com';

const backEndPaths = [
  '/functions/*',
  '/account/*',
  '/oauth/install',
  '/oauth/callback',
  '/healthz',
  '/readyz',
];

/** The marketplace edition: its card, its hosted back end, and the embedded CRM, in which no account has the app yet. */
export async function startMarketplace({ url, data, watch }: EditionSettings): Promise<Edition> {
  const app = localApp(url);
  const crm = createCrm({ ...sandboxOptions, oauth: { apps: [app] }, ...(data && { data }) });
  const project = join(top, `.cache/marketplace-${process.pid}`);
  await writeProject(project, backendUrl);
  const stopWatching = watch
    ? watchSources(join(top, 'src/app'), () => writeProject(project, backendUrl))
    : () => undefined;
  const page = await createPage({
    hubspotUrl: url,
    token: sandboxToken,
    account: sandboxAccount(),
    live: false,
    cardsFolder: join(project, 'src/app/cards'),
    watch,
    backEnd: { permittedUrls: [backendUrl], proxy: { [backendUrl]: url }, clientSecret: app.clientSecret },
    installPath: '/oauth/install',
  });
  const hosted = await createServer({
    publicUrl: url,
    hubspotClientId: app.clientId,
    hubspotClientSecret: app.clientSecret,
    hubspotAppId: String(app.appId),
    hubspotApiBaseUrl: url,
    hubspotAuthorizeUrl: `${url}/oauth/authorize`,
    // Its database is in memory, as the installs in the embedded CRM are.
    tokenEncryptionKeys: `local:${randomBytes(32).toString('base64')}`,
    log: (line) => page.log({ kind: 'log', line: JSON.stringify(line) }),
  });
  const routes = new Hono<{ Bindings: HttpBindings }>();
  routes.route('/', crmRoutes(crm));
  routes.route('/', page.routes);
  for (const path of backEndPaths) routes.all(path, (c) => hosted.fetch(c.req.raw));
  return {
    routes,
    crm,
    close: async () => {
      stopWatching();
      await page.close();
      await hosted.close();
      await rm(project, { recursive: true, force: true });
    },
  };
}

function localApp(url: string): OAuthApp {
  return {
    appId,
    name: 'Bulk Associate',
    clientId: 'bulk-associate-on-this-machine',
    clientSecret: randomBytes(24).toString('base64url'),
    redirectUrls: [`${url}/oauth/callback`],
    requiredScopes,
    optionalScopes,
  };
}
