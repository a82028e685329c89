/** Who looks at the page, in which account, with which app: made up. HubSpot tells it to the card, and to back ends. */
export const identity = {
  portalId: 12_345_678,
  userId: 1,
  userEmail: 'sam.sandbox@example.com',
  appId: 1,
} as const;
