import { homeAccount } from '../crm/access';
import { accountDetails } from '../crm/account';
import type { PageAccount } from '../page/account';

/** The account that the embedded CRM plays. */
export function sandboxAccount(): PageAccount {
  const { portalId, timeZone, accountType } = accountDetails(homeAccount.hubId);
  return { id: portalId, timezone: timeZone, type: accountType };
}
