import { hubspot } from '@hubspot/ui-extensions';
import { backendUrl } from './backend-url';

/**
 * Calls the app's back end, whose answers have the form of an app function's, including refusals (401, 403, 413, 503). A
 * proxy's answer is not JSON and rejects, like a function that crashed. HubSpot repeats a call once after a 5xx or a
 * broken connection, which is safe: the same call sent twice changes nothing more.
 */
export async function transport(uid: string, { parameters }: { parameters: never }): Promise<unknown> {
  const response = await hubspot.fetch(`${backendUrl}/functions/${uid}`, {
    method: 'POST',
    body: { parameters },
  });
  return response.json();
}
