import { users, type UserName } from './users';

/** The embedded CRM's account, and the app's id in it. */
export const identity = { portalId: 12_345_678, appId: 1 } as const;

/** Who asks, in which account, with which app: HubSpot appends it to every request of `hubspot.fetch`. */
export function identityOf(name: UserName) {
  const { id, email } = users[name];
  return { portalId: identity.portalId, userId: id, userEmail: email, appId: identity.appId };
}
