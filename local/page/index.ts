/** HubSpot's side of `hubspot.fetch`, without a page around it. */
export { HubSpotFetch } from './hubspot-fetch';
export { appId } from './identity';
