import { capacityFor, limitsIn } from './limits';
import { LinkReading } from './links';
import { Pairs } from './pairs';
import { Run } from './run';
import { json, ScriptedHubSpot, type Script } from './testing';

/** A definition in a schema; 279 is HubSpot's unlabelled association from contacts to companies. */
const definition = (id: number | string, maxToObjectIds?: number, maxFromObjectIds?: number) => ({
  id: String(id),
  fromObjectTypeId: '0-1',
  toObjectTypeId: '0-2',
  maxToObjectIds,
  maxFromObjectIds,
});

describe('limitsIn', () => {
  it.each([
    [
      'the limits of the unlabelled association',
      [definition(1, 900), definition(279, 50, 7)],
      { from: 50, to: 7 },
    ],
    [
      'the highest where the unlabelled one is not listed',
      [definition(1, 1), definition(2, 90)],
      { from: 90 },
    ],
    ['no limit for 0', [definition(279, 0, 5)], { to: 5 }],
    [
      'no limit of another direction',
      [{ ...definition(279, 5), fromObjectTypeId: '0-2', toObjectTypeId: '0-1' }],
      {},
    ],
    ['none where there is no association', [], {}],
  ])('returns %s', (_, associations, expected) => {
    expect(limitsIn({ associations }, '0-1', '0-2')).toEqual(expected);
  });
});

describe('capacityFor', () => {
  type Ids = [from: string, to: string];

  /** Whether each pair fits, in order; the links of contact 9 are those of the scripted HubSpot. */
  async function reserve(
    inputs: Ids[],
    answers: { schema?: object; near?: object; links?: number; read?: Script },
  ) {
    const script: Script = (request, fake) => {
      if (request.path.includes('schemas')) return json(200, answers.schema ?? {});
      if (request.path.includes('limits')) return json(200, answers.near ?? {});
      return answers.read?.(request, fake);
    };
    const fake = new ScriptedHubSpot(script);
    fake.link(
      Array.from({ length: answers.links ?? 0 }, (_, n) => ({
        from: { id: '9' },
        to: { id: String(5000 + n) },
      })),
    );
    const pairs = new Pairs({
      fromObjectType: '0-1',
      toObjectType: '0-2',
      inputs: inputs.map(([from, to]) => ({ from: { id: from }, to: { id: to } })),
    });
    return fake.run(async (hubspot) => {
      const run = new Run(hubspot);
      const capacity = await capacityFor(run, pairs, new LinkReading(run, pairs), pairs.open);
      return pairs.open.map((index) => capacity.reserve(index));
    });
  }

  it('allows as many pairs as the limit of the from record has left', async () => {
    const schema = { associations: [definition(279, 5)] };
    const inputs: Ids[] = [['9', '1'], ['9', '2'], ['9', '3']]; // prettier-ignore
    expect(await reserve(inputs, { schema, links: 3 })).toEqual([true, true, false]);
  });

  it('applies the limit of the to record too', async () => {
    const schema = { associations: [definition(279, undefined, 2)] };
    const inputs: Ids[] = [['1', '7'], ['2', '7'], ['3', '7'], ['3', '8']]; // prettier-ignore
    expect(await reserve(inputs, { schema })).toEqual([true, true, false, true]);
  });

  it.each([
    ['at its limit', { limit: 500, atLimitFromRecordSamples: [{ objectId: '9' }] }, [false, false]],
    [
      'near its limit',
      { limit: 500, nearLimitFromRecordSamples: [{ objectId: '9', usage: 499 }] },
      [true, false],
    ],
    [
      'near its limit, named by a label',
      { nearLimitFromRecordSamples: [{ label: '9', usage: 499 }] },
      [true, false],
    ],
  ])('uses HubSpot’s list for a record %s whose links have further pages', async (_, near, expected) => {
    const schema = { associations: [definition(279, 500)] };
    const read: Script = ({ kind }) =>
      kind === 'read'
        ? json(200, {
            results: [{ from: { id: '9' }, to: [{ toObjectId: 5 }], paging: { next: { after: 'x' } } }],
          })
        : undefined;
    expect(await reserve([['9', '1'], ['9', '2']], { schema, near, read })).toEqual(expected); // prettier-ignore
  });

  it('allows every pair without a known limit', async () => {
    expect(await reserve([['9', '1'], ['9', '2']], { links: 3 })).toEqual([true, true]); // prettier-ignore
  });
});
