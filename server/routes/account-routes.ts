import { Hono, type MiddlewareHandler } from 'hono';
import type { Access } from '../access/access';
import type { Accounts } from '../accounts/accounts';
import type { Tokens } from '../accounts/tokens';
import type { HubSpotOAuth } from '../hubspot/oauth';
import type { Log } from '../log';
import { notAdmin, refuse } from '../refusals';
import { atMostOneMegabyte, type SignedVariables } from './signed-request';

interface Parts {
  accounts: Accounts;
  access: Pick<Access, 'of'>;
  tokens: Tokens;
  oauth: HubSpotOAuth;
  log: Log;
}

/**
 * `POST /account/delete`, for people who may administer the app: uninstalls the app from the account and deletes all stored
 * data of the account. A repeated call changes nothing and returns the same answer. `uninstalled` is false if HubSpot did
 * not confirm; the data are deleted in that case too.
 */
export function accountRoutes(
  signed: MiddlewareHandler<{ Variables: SignedVariables }>,
  { accounts, access, tokens, oauth, log }: Parts,
) {
  const app = new Hono<{ Variables: SignedVariables }>();
  app.post('/account/delete', atMostOneMegabyte, signed, async (c) => {
    const { accountId: id, userId, email } = c.var;
    const permission = await access.of({ account: id, userId, email });
    if (!permission.mayAdminister && (await accounts.has(id))) return refuse(c, 403, notAdmin(permission));
    const ready = await tokens.ready(id);
    const uninstalled =
      ready.kind === 'not_installed' || (ready.kind === 'ready' && (await oauth.uninstall(ready.account)));
    await accounts.withLock(id, () => accounts.remove(id));
    log({ event: 'account_deleted', account: id, uninstalled });
    return c.json({ ok: true, uninstalled });
  });
  return app;
}
