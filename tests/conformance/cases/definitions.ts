import { isJsonObject, numberOf, textOf, jsonObjectsIn, type JsonObject } from '@bulk-associate/engine';
import { NotSetUp, pairOf, type Account } from '../account';
import { doesNotHold, holds, untold, type ConformanceCase, type Writes } from '../findings';
import { isDone, refusalIn } from '../reply';

const standardTypes = { contacts: '0-1', companies: '0-2', deals: '0-3', tickets: '0-5' };

const schemasReadable: ConformanceCase = {
  name: 'schemas-readable',
  writes: {},
  async run(account) {
    const seen: string[] = [];
    let isWhole = true;
    for (const [name, type] of Object.entries(standardTypes)) {
      const reply = await account.call('GET', account.paths.schema(type));
      const limits = jsonObjectsIn(reply.body['associations']).filter(({ maxToObjectIds }) =>
        numberOf(maxToObjectIds),
      );
      const isRead = isDone(reply) && isJsonObject(reply.body['labels']) && limits.length > 0;
      seen.push(`${name}: ${isDone(reply) ? `${limits.length} limits` : refusalIn(reply)}`);
      isWhole &&= isRead;
    }
    return isWhole ? holds(seen.join('; ')) : doesNotHold(seen.join('; '));
  },
};

const ticketStages: ConformanceCase = {
  name: 'ticket-stages',
  writes: {},
  async run(account) {
    const reply = await account.call('GET', account.paths.pipelines('tickets'));
    if (!isDone(reply)) return doesNotHold(refusalIn(reply));
    const stages = jsonObjectsIn(reply.body['results']).flatMap(({ stages }) => jsonObjectsIn(stages));
    const named = stages.filter(({ id, label }) => textOf(id) !== undefined && textOf(label) !== undefined);
    const ids = new Set(named.map(({ id }) => id));
    const seen = `${stages.length} stages, ${named.length} with id and label, ${ids.size} ids`;
    return stages.length > 0 && ids.size === stages.length ? holds(seen) : doesNotHold(seen);
  },
};

interface CustomObject {
  schema: JsonObject;
  type: string;
  /** A standard type with an association to it, and one without. */
  linked: string | undefined;
  unlinked: string | undefined;
}

/** The first custom object of the account, or why there is none. */
export function customObject(account: Account): Promise<CustomObject | string> {
  return account.once('custom object', async () => {
    const reply = await account.call('GET', account.paths.schemas());
    if (!isDone(reply)) return `reading the schemas: ${refusalIn(reply)}`;
    const custom = jsonObjectsIn(reply.body['results']).find(({ objectTypeId }) =>
      String(objectTypeId).startsWith('2-'),
    );
    if (!custom)
      return 'the account has no custom object: make one that is associated with contacts, and run again';
    const type = String(custom['objectTypeId']);
    const schema = (await account.call('GET', account.paths.schema(type))).body;
    const ends = jsonObjectsIn(schema['associations']).flatMap((one) => [
      one['fromObjectTypeId'],
      one['toObjectTypeId'],
    ]);
    const standard = [standardTypes.contacts, standardTypes.companies, standardTypes.deals];
    return {
      schema,
      type,
      linked: standard.find((id) => ends.includes(id)),
      unlinked: Object.values(standardTypes).find((id) => !ends.includes(id)),
    };
  });
}

/** What `customRecord` makes. */
export const customRecordWrites: Writes = { 'custom records': 1 };

/** A record of the custom object with what its schema requires. */
export function customRecord(account: Account): Promise<string> {
  return account.once('custom record', async () => {
    const custom = await customObject(account);
    if (typeof custom === 'string') throw new NotSetUp(custom);
    const { schema, type } = custom;
    const required = Array.isArray(schema['requiredProperties'])
      ? schema['requiredProperties'].map(String)
      : [];
    const names = [...new Set([...required, textOf(schema['primaryDisplayProperty']) ?? ''])].filter(Boolean);
    const definitions = new Map(jsonObjectsIn(schema['properties']).map((one) => [one['name'], one]));
    const value = (name: string) => (definitions.get(name)?.['type'] === 'number' ? '1' : account.newName());
    const properties = Object.fromEntries(names.map((name) => [name, value(name)]));
    const [id = ''] = await account.create('custom records', type, [properties]);
    return id;
  });
}

async function partnerOf(account: Account, type: string): Promise<string> {
  if (type === standardTypes.contacts) return (await account.contacts(1))[0] ?? '';
  if (type === standardTypes.companies) return (await account.companies(1))[0] ?? '';
  return (await account.deals(1))[0] ?? '';
}

const customObjectLinked: ConformanceCase = {
  name: 'custom-object',
  writes: { contacts: 1 },
  shares: [customRecordWrites],
  async run(account) {
    const custom = await customObject(account);
    if (typeof custom === 'string') return untold(custom);
    const { type, linked } = custom;
    if (linked === undefined) return untold(`${type} is associated with no contacts, companies or deals`);
    const pair = pairOf(await customRecord(account), await partnerOf(account, linked));
    const reply = await account.associate(type, linked, [pair]);
    const labels = await account.labelsOf(type, linked, pair);
    const seen = `${type} with ${linked}: ${isDone(reply) ? reply.status : refusalIn(reply)}; ${labels ? 'linked' : 'not linked'}`;
    return labels ? holds(seen) : doesNotHold(seen);
  },
};

const customObjectLimits: ConformanceCase = {
  name: 'custom-object-limits',
  writes: {},
  async run(account) {
    const custom = await customObject(account);
    if (typeof custom === 'string') return untold(custom);
    const definitions = jsonObjectsIn(custom.schema['associations']);
    const limits = definitions.map(({ maxToObjectIds }) => numberOf(maxToObjectIds));
    if (definitions.length === 0) return untold(`${custom.type} has no associations`);
    const seen = `the associations of ${custom.type} state the limits ${limits.join(', ')}`;
    return limits.every((limit) => limit !== undefined) ? holds(seen) : doesNotHold(seen);
  },
};

const customObjectDetail: ConformanceCase = {
  name: 'custom-object-detail',
  writes: {},
  async run(account) {
    const custom = await customObject(account);
    if (typeof custom === 'string') return untold(custom);
    const secondary = custom.schema['secondaryDisplayProperties'];
    const seen = `the secondary display properties of ${custom.type} are ${JSON.stringify(secondary)}`;
    const isList = Array.isArray(secondary) && secondary.every((one) => typeof one === 'string');
    return isList ? holds(seen) : doesNotHold(seen);
  },
};

const undefinedPair: ConformanceCase = {
  name: 'undefined-pair',
  writes: {},
  shares: [customRecordWrites],
  async run(account) {
    const custom = await customObject(account);
    if (typeof custom === 'string') return untold(custom);
    const { type, unlinked } = custom;
    if (unlinked === undefined) return untold(`${type} is associated with every standard type`);
    const reply = await account.associate(type, unlinked, [pairOf(await customRecord(account), '1')]);
    const seen = `${type} with ${unlinked}: ${isDone(reply) ? `${reply.status} ${reply.text.slice(0, 200)}` : refusalIn(reply)}`;
    return reply.status >= 400 && reply.status < 500 ? holds(seen) : doesNotHold(seen);
  },
};

/** Schemas, pipelines and custom objects; those could not be told in an account without one. */
export const definitionCases: readonly ConformanceCase[] = [
  schemasReadable,
  customObjectLinked,
  customObjectLimits,
  customObjectDetail,
  undefinedPair,
  ticketStages,
];
