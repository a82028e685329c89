import { hubspot } from '@hubspot/ui-extensions';
import { backendUrl } from './backend-url';

/**
 * The way to the app's back end, which answers like an app function, also where it refuses (401, 403, 413, 503).
 * Anything else, from something between, is no JSON and rejects like a function that crashed. HubSpot repeats a call
 * once by itself after a 5xx or a broken connection: sending the same again changes nothing.
 */
export async function transport(uid: string, { parameters }: { parameters: never }): Promise<unknown> {
  const response = await hubspot.fetch(`${backendUrl}/functions/${uid}`, {
    method: 'POST',
    body: { parameters },
  });
  return response.json();
}
