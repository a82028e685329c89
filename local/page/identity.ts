import { users, type UserName } from './users';

/** The app's id on this machine; HubSpot gives it one with its first upload. */
export const appId = 1;

/** Who asks, in which account, with which app: HubSpot appends it to every request of `hubspot.fetch`. */
export function identityOf(name: UserName, portalId: number) {
  const { id, email } = users[name];
  return { portalId, userId: id, userEmail: email, appId };
}
