import { users, type UserName } from './users';

/** The app's id on this machine; HubSpot assigns one at the first upload. */
export const appId = 1;

/** The query parameters that HubSpot appends to every request of `hubspot.fetch`: account, user and app. */
export function identityOf(name: UserName, portalId: number) {
  const { id, email } = users[name];
  return { portalId, userId: id, userEmail: email, appId };
}
