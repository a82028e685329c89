import { Hono, type MiddlewareHandler } from 'hono';
import type { Accounts } from '../accounts/accounts';
import type { Tokens } from '../accounts/tokens';
import type { HubSpotOAuth } from '../hubspot/oauth';
import type { Log } from '../log';
import { atMostOneMegabyte, type SignedVariables } from './signed-request';

interface Parts {
  accounts: Accounts;
  tokens: Tokens;
  oauth: HubSpotOAuth;
  log: Log;
}

/**
 * `POST /account/delete`: takes the app out of the account and forgets all there is about it. Asked again, it does
 * nothing and says the same. `uninstalled` is false where HubSpot could not be told; the data are gone all the same.
 */
export function accountRoutes(
  signed: MiddlewareHandler<{ Variables: SignedVariables }>,
  { accounts, tokens, oauth, log }: Parts,
) {
  const app = new Hono<{ Variables: SignedVariables }>();
  app.post('/account/delete', atMostOneMegabyte, signed, async (c) => {
    const id = c.get('accountId');
    const ready = await tokens.ready(id);
    const uninstalled =
      ready.kind === 'not_installed' || (ready.kind === 'ready' && (await oauth.uninstall(ready.account)));
    await accounts.withLock(id, () => accounts.remove(id));
    log({ event: 'account_deleted', account: id, uninstalled });
    return c.json({ ok: true, uninstalled });
  });
  return app;
}
