import { maxInputs } from '@bulk-associate/contract';
import { associate, createHubSpot, type HubSpotRequest, type HubSpotResponse } from '@bulk-associate/engine';
import { pairsOf } from './schedule';

/** What the engine itself costs, HubSpot taken out. */
export interface EngineCost {
  pairs: number;
  /** CPU microseconds a pair: parsing HubSpot's bodies included, making them not. */
  microsecondsPerPair: number;
  /** The yardstick: what JSON.parse alone takes for the same bodies, matching nothing. */
  parseMicrosecondsPerPair: number;
}

const types = { fromObjectType: '0-1', toObjectType: '0-2' };

/** Bodies as HubSpot sends them, made once and sent again: making them is not the engine's work. */
function cannedHubSpot() {
  const bodies = new Map<string, string>();
  const answer = (body: string): HubSpotResponse => ({
    status: 200,
    headers: { get: () => null },
    text: () => Promise.resolve(body),
  });
  const send = async ({ body }: HubSpotRequest): Promise<HubSpotResponse> => {
    const { inputs } = body as { inputs: { from: { id: string }; to: { id: string } }[] };
    const key = `${inputs[0]?.from.id} ${inputs.length}`;
    const known =
      bodies.get(key) ?? JSON.stringify({ status: 'COMPLETE', results: inputs.flatMap(bothWays) });
    bodies.set(key, known);
    return answer(known);
  };
  return { send, now: () => performance.now(), sleep: async () => undefined, random: () => 0.5 };
}

function bothWays({ from, to }: { from: { id: string }; to: { id: string } }) {
  const spec = (associationTypeId: number) => ({ associationCategory: 'HUBSPOT_DEFINED', associationTypeId });
  return [{ from: to, to: from, associationSpec: spec(280) }, { from, to, associationSpec: spec(279) }]; // prettier-ignore
}

/** CPU time of so many pairs, in calls of 1,000, on one warm engine. */
export async function engineCost(pairs: number): Promise<EngineCost> {
  const hubspot = createHubSpot({ ...cannedHubSpot(), sleep: () => new Promise(() => undefined) });
  const inputs = pairsOf(maxInputs);
  const parameters = { ...types, inputs, batchSize: maxInputs };
  for (let warm = 0; warm < 50; warm++) await associate(hubspot, parameters);
  const before = process.cpuUsage();
  for (let done = 0; done < pairs; done += maxInputs) await associate(hubspot, parameters);
  const { user, system } = process.cpuUsage(before);
  const microsecondsPerPair = (user + system) / pairs;
  return { pairs, microsecondsPerPair, parseMicrosecondsPerPair: parseCost(pairs) };
}

function parseCost(pairs: number): number {
  const body = JSON.stringify({ status: 'COMPLETE', results: pairsOf(maxInputs).flatMap(bothWays) });
  const before = process.cpuUsage();
  for (let done = 0; done < pairs; done += maxInputs) JSON.parse(body);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / pairs;
}
