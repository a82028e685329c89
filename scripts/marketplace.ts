import { watchSources, type LocalBackEnd } from 'hubspot-local';
import { appId } from 'hubspot-local/page';
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { addBulkAction } from '../bulk-action/project';
import { writeProject } from '../marketplace/project';
import { optionalScopes, requiredScopes } from '../marketplace/scopes';
import { createServer } from '../server/app';
import { userAgent } from '../server/hubspot/user-agent';
import { linkingFunctions, type Edition } from './edition';
import { top } from './top';

/** The back end's address in the card. The page sends requests for it to this server, as HubSpot's `local.json` does. */
const backendUrl = 'https://bulk-associate.example.com';

/** The marketplace edition: its card and bulk action, its hosted back end, and an OAuth app that no account has installed yet. */
export function marketplaceEdition(watch: boolean): Edition {
  const project = join(top, `.cache/marketplace-${process.pid}`);
  const write = async () => {
    await writeProject(project, backendUrl);
    await addBulkAction(project);
  };
  let stopWatching = () => {};
  return {
    project,
    linkingFunctions,
    build: async () => {
      await write();
      if (watch) stopWatching = watchSources([join(top, 'src/app')], write);
    },
    backEnd: backEndAt,
    close: async () => {
      stopWatching();
      await rm(project, { recursive: true, force: true });
    },
  };
}

function backEndAt(url: string): LocalBackEnd {
  const app = {
    appId,
    name: 'Bulk Associate',
    clientId: 'bulk-associate-on-this-machine',
    clientSecret: randomBytes(24).toString('base64url'),
    redirectUrls: [`${url}/oauth/callback`],
    requiredScopes,
    optionalScopes,
  };
  return {
    app,
    installPath: '/oauth/install',
    paths: [
      '/functions/*',
      '/account/*',
      '/admin',
      '/admin/*',
      '/oauth/install',
      '/oauth/callback',
      '/healthz',
      '/readyz',
    ],
    userAgent,
    start: (log) =>
      createServer({
        publicUrl: url,
        hubspotClientId: app.clientId,
        hubspotClientSecret: app.clientSecret,
        hubspotAppId: String(app.appId),
        hubspotApiBaseUrl: url,
        hubspotAuthorizeUrl: `${url}/oauth/authorize`,
        // A new key at each start suffices: the database is in memory, as are the installs in the embedded CRM.
        tokenEncryptionKeys: `local:${randomBytes(32).toString('base64')}`,
        log: (line) => log(JSON.stringify(line)),
      }),
  };
}
