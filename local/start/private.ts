import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { sandboxToken } from '../crm/access';
import { createCrm } from '../crm/crm';
import { publishedLimits } from '../crm/rate-limits';
import { crmRoutes } from '../crm/serve';
import { functionRoutes } from '../functions/routes';
import { FunctionRunner } from '../functions/runner';
import { createPage } from '../page/page';
import type { Edition, EditionSettings } from './edition';
import { top } from './top';

const hubspotUrl = 'https://api.hubapi.com';

/** The private edition: the card, its app functions, and the embedded CRM or a real account. */
export async function startPrivate({ url, accessToken, watch }: EditionSettings): Promise<Edition> {
  execFileSync(process.execPath, [join(top, 'src/app/functions/build.mjs')], { stdio: 'inherit' });
  const crm = accessToken === undefined ? createCrm({ rateLimits: publishedLimits }) : undefined;
  const hubspot = crm ? { hubspotUrl: url, token: sandboxToken } : { hubspotUrl, token: accessToken ?? '' };
  const page = await createPage({ ...hubspot, live: !crm, cardsFolder: join(top, 'src/app/cards'), watch });
  const runner = new FunctionRunner({
    folder: join(top, 'src/app/functions'),
    environment: { PRIVATE_APP_ACCESS_TOKEN: hubspot.token, HUBSPOT_API_BASE_URL: hubspot.hubspotUrl },
    onLog: (uid, line) => page.log({ kind: 'log', uid, line }),
  });
  const routes = new Hono<{ Bindings: HttpBindings }>();
  if (crm) routes.route('/', crmRoutes(crm));
  routes.route(
    '/',
    functionRoutes(runner, ({ uid, ok, elapsedMs }) => page.log({ kind: 'function', uid, ok, elapsedMs })),
  );
  routes.route('/', page.routes);
  return {
    routes,
    ...(crm && { crm }),
    close: async () => {
      runner.close();
      await page.close();
    },
  };
}
