import { Hono } from 'hono';
import type { CardRequest, FetchSeen } from './card-request';
import { HubSpotFetch, type BackEnd } from './hubspot-fetch';
import { isUserName } from './users';

/** `POST /page/fetch?user=…`: a card's `hubspot.fetch`, sent on as HubSpot sends it. */
export function fetchRoutes(backEnd: BackEnd, onCall: (call: FetchSeen) => void): Hono {
  const hubspot = new HubSpotFetch(backEnd, onCall);
  return new Hono().post('/page/fetch', async (c) => {
    const user = c.req.query('user') ?? null;
    const request = await c.req.json<CardRequest>();
    return c.json(await hubspot.answer(request, isUserName(user) ? user : 'sam'));
  });
}
