import { createHubSpot, type ApiVersion, type Environment, type HubSpot } from '@bulk-associate/engine';
import type { VirtualTime } from '@bulk-associate/engine/testing';
import type { Crm } from '../../local/crm/crm';

/** The engine's outside world: the embedded CRM in this process, in virtual time. */
export function crmEnvironment(crm: Crm, time: VirtualTime, random: () => number): Environment {
  return {
    send: ({ method, path, body }, signal) =>
      crm.fetch(
        new Request(`http://crm.test${path}`, {
          method,
          signal,
          headers: { authorization: 'Bearer sandbox' },
          ...(body && { body: JSON.stringify(body) }),
        }),
      ),
    now: time.now,
    sleep: time.sleep,
    random,
  };
}

export function hubspotOf(crm: Crm, time: VirtualTime, random: () => number, version: ApiVersion): HubSpot {
  return createHubSpot(crmEnvironment(crm, time, random), version);
}
