/** What the back end calls itself to HubSpot, whose support finds its requests by it. */
export const userAgent = 'bulk-associate-back-end';
