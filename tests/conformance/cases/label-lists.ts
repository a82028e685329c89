import { jsonObjectsIn, numberOf, textOf, type JsonObject } from '@bulk-associate/engine';
import type { Account, LabelType } from '../account';
import { doesNotHold, holds, ownLabel, ownLabelLimit, untold, type ConformanceCase } from '../findings';
import { isDone, refusalIn } from '../reply';

const [contact, company, deal, ticket] = ['0-1', '0-2', '0-3', '0-5'];

/** The association types of one direction, or HubSpot's refusal. */
async function typesOf(account: Account, from: string, to: string): Promise<JsonObject[] | string> {
  const reply = await account.call('GET', account.paths.labels(from, to));
  return isDone(reply) ? jsonObjectsIn(reply.body['results']) : refusalIn(reply);
}

const isOf = (category: string, typeId: number) => (row: JsonObject) =>
  row['category'] === category && numberOf(row['typeId']) === typeId;

const labelsListed: ConformanceCase = {
  name: 'labels-listed',
  writes: {},
  shares: [ownLabel],
  async run(account) {
    const own = await account.ownLabel(contact, company);
    const directions = [
      { from: contact, to: company, typeId: own.associationTypeId },
      { from: company, to: contact, typeId: own.backTypeId },
    ];
    const seen: string[] = [];
    let isListed = true;
    for (const { from, to, typeId } of directions) {
      const types = await typesOf(account, from, to);
      if (typeof types === 'string') return doesNotHold(types);
      const text = textOf(types.find(isOf(own.associationCategory, typeId))?.['label']);
      const plain = types.filter(({ label }) => label === null).length;
      seen.push(`${from} to ${to}: the new label is ${text === undefined ? 'not listed' : `"${text}"`}, ${plain} type without a label`); // prettier-ignore
      isListed &&= text === account.tag && plain === 1;
    }
    return isListed ? holds(seen.join('; ')) : doesNotHold(seen.join('; '));
  },
};

/** The label Primary by direction, as HubSpot's guide numbers it. */
const primaryTypes = [
  { from: contact, to: company, typeId: 1 },
  { from: deal, to: company, typeId: 5 },
  { from: ticket, to: company, typeId: 26 },
  { from: company, to: contact, typeId: 2 },
  { from: company, to: deal, typeId: 6 },
  { from: company, to: ticket, typeId: 25 },
];

const primaryNumbers: ConformanceCase = {
  name: 'primary-types',
  writes: {},
  async run(account) {
    const seen: string[] = [];
    let isAsBelieved = true;
    for (const { from, to, typeId } of primaryTypes) {
      const types = await typesOf(account, from, to);
      if (typeof types === 'string') return doesNotHold(types);
      const text = textOf(types.find(isOf('HUBSPOT_DEFINED', typeId))?.['label']);
      seen.push(`${from} to ${to}: ${typeId} is ${text === undefined ? 'no label' : `"${text}"`}`);
      isAsBelieved &&= text !== undefined && /primary/i.test(text);
    }
    return isAsBelieved ? holds(seen.join('; ')) : doesNotHold(seen.join('; '));
  },
};

const labelLimitListed: ConformanceCase = {
  name: 'label-limit-listed',
  writes: {},
  shares: [ownLabel, ownLabelLimit],
  async run(account) {
    const own = await account.ownLabel(contact, company);
    const refusal = await account.limitOwnLabel(contact, company);
    if (refusal !== undefined) return untold(`setting a limit: ${refusal}`);
    const reply = await account.call('GET', account.paths.associationLimits(contact, company));
    if (!isDone(reply)) return doesNotHold(refusalIn(reply));
    const row = jsonObjectsIn(reply.body['results']).find(isOfLabel(own));
    const limit = numberOf(row?.['userEnforcedMaxToObjectIds']) ?? numberOf(row?.['maxToObjectIds']);
    const seen = `the limit of a label, set to 1, is listed as ${JSON.stringify(row)}`;
    return limit === 1 ? holds(seen) : doesNotHold(seen);
  },
};

const isOfLabel = ({ associationCategory, associationTypeId }: LabelType) => isOf(associationCategory, associationTypeId); // prettier-ignore

/** The labels that can be chosen, and what is known of them beforehand. The limit stays until the end. */
export const labelListCases: readonly ConformanceCase[] = [labelsListed, primaryNumbers, labelLimitListed];
