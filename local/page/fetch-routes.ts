import { Hono } from 'hono';
import type { CardRequest, FetchSeen } from './card-request';
import { HubSpotFetch, type BackEnd } from './hubspot-fetch';

/** `POST /page/fetch`: what a card asks for with `hubspot.fetch`, asked for it as HubSpot would. */
export function fetchRoutes(backEnd: BackEnd, onCall: (call: FetchSeen) => void): Hono {
  const hubspot = new HubSpotFetch(backEnd, onCall);
  return new Hono().post('/page/fetch', async (c) =>
    c.json(await hubspot.answer(await c.req.json<CardRequest>())),
  );
}
