import { createHubSpot, type ApiVersion, type Environment, type HubSpot } from '@bulk-associate/engine';
import { VirtualTime } from '@bulk-associate/engine/testing';
import type { Answer, PairsParameters } from '@bulk-associate/contract';
import type { Crm } from 'hubspot-local/crm';
import { typeNamed } from 'hubspot-local/crm/testing';

/** The engine's environment: the embedded CRM in this process, in virtual time. */
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

/** The answer of one function to one call, in virtual time. Fails if it takes HubSpot's 15 seconds or more. */
export async function answerOf<T extends object>(
  crm: Crm,
  version: ApiVersion,
  work: (hubspot: HubSpot) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  const time = new VirtualTime();
  const hubspot = hubspotOf(crm, time, () => 0.5, version);
  const answer = await time.run(() => work(hubspot));
  expect(time.now()).toBeLessThan(15_000);
  return answer;
}

/** The same, for a call whose answer must be `ok`. */
export async function payloadOf<T extends object>(...call: Parameters<typeof answerOf<T>>): Promise<T> {
  const answer = await answerOf(...call);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer;
}

/**
 * Removes the links of these pairs, with all their labels. A test that undoes its links can share one CRM with others:
 * seeding a CRM takes longer than most tests.
 */
export function unlink(crm: Crm, { fromObjectType, toObjectType, inputs }: PairsParameters): void {
  const [fromType, toType] = [typeNamed(fromObjectType), typeNamed(toObjectType)];
  for (const { from, to } of inputs) {
    crm.state.setLink(fromType, from.id, toType, to.id, []);
    crm.state.setLink(toType, to.id, fromType, from.id, []);
  }
}
