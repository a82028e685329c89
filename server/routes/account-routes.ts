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
 * `POST /account/delete`: uninstalls the app from the account and deletes all stored data of the account. A repeated call
 * changes nothing and returns the same answer. `uninstalled` is false if HubSpot did not confirm; the data are deleted
 * in that case too.
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
