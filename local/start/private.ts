import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { sandboxToken } from '../crm/access';
import { createCrm } from '../crm/crm';
import { crmRoutes } from '../crm/serve';
import { passthrough, passthroughRoutes, type CallPassed } from '../functions/passthrough';
import { functionRoutes } from '../functions/routes';
import { FunctionRunner } from '../functions/runner';
import { readAccount } from '../page/account';
import { createPage } from '../page/page';
import type { Edition, EditionSettings } from './edition';
import { sandboxAccount, sandboxOptions } from './sandbox-account';
import { top } from './top';

/** The private edition: the card, its app functions, and the embedded CRM or a real account. */
export async function startPrivate({ url, live, data, watch }: EditionSettings): Promise<Edition> {
  const account = live ? await readAccount(live.hubspotUrl, live.token) : sandboxAccount();
  execFileSync(process.execPath, [join(top, 'src/app/functions/build.mjs')], { stdio: 'inherit' });
  const crm = live ? undefined : createCrm({ ...sandboxOptions, ...(data && { data }) });
  const hubspot = live ?? { hubspotUrl: url, token: sandboxToken };
  const cardsFolder = join(top, 'src/app/cards');
  const page = await createPage({ ...hubspot, account, live: live !== undefined, cardsFolder, watch });
  const runner = new FunctionRunner({
    folder: join(top, 'src/app/functions'),
    environment: {
      PRIVATE_APP_ACCESS_TOKEN: hubspot.token,
      HUBSPOT_API_BASE_URL: live ? `${url}${passthrough}` : url,
    },
    onLog: (uid, line) => page.log({ kind: 'log', uid, line }),
  });
  const routes = new Hono<{ Bindings: HttpBindings }>();
  const tell = (call: CallPassed) => page.log({ kind: 'hubspot', by: 'function', ...call });
  if (live) routes.route('/', passthroughRoutes(live.hubspotUrl, tell));
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
