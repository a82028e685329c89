/** The User-Agent of requests to HubSpot, by which its support can find them. */
export const userAgent = 'bulk-associate-back-end';
