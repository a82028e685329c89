import { homeAccount } from '../crm/access';
import { accountDetails } from '../crm/account';
import type { CrmOptions } from '../crm/crm';
import { publishedLimits } from '../crm/rate-limits';
import type { PageAccount } from '../page/account';
import { pageAgent } from '../page/page-events';

/** The account that the embedded CRM plays. */
export function sandboxAccount(): PageAccount {
  const { portalId, timeZone, accountType } = accountDetails(homeAccount.hubId);
  return { id: portalId, timezone: timeZone, type: accountType };
}

/** The embedded CRM with HubSpot's limits. The record page is HubSpot's own, and takes nothing off an app's. */
export const sandboxOptions = {
  rateLimits: publishedLimits,
  uncountedAgent: pageAgent,
} satisfies CrmOptions;
