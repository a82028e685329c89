import { readLinks } from './links';
import { Pairs } from './pairs';
import { Run } from './run';
import { json, ScriptedHubSpot, type Script } from './testing';

/** The states of the pairs of contact 9 with these companies, where HubSpot has the links `linked`. */
async function read(tos: string[], linked: string[], script?: Script) {
  const fake = new ScriptedHubSpot(script);
  fake.link(linked.map((id) => ({ from: { id: '9' }, to: { id } })));
  const inputs = tos.map((id) => ({ from: { id: '9' }, to: { id } }));
  const pairs = new Pairs({ fromObjectType: '0-1', toObjectType: '0-2', inputs });
  const states = await fake.run((hubspot) => readLinks(new Run(hubspot), pairs, pairs.open));
  return { states: tos.map((_, index) => states.get(index)), requests: fake.of('read').length };
}

const errors = (...entries: object[]) => json(207, { status: 'COMPLETE', results: [], errors: entries });

describe('readLinks', () => {
  it('shows which pairs are linked, in one request', async () => {
    expect(await read(['1', '2'], ['1'])).toEqual({ states: ['linked', 'not_linked'], requests: 1 });
  });

  it('takes an error for a record without links for an answer', async () => {
    const none = { subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND', context: { fromObjectId: ['1'] } };
    expect(await read(['1'], [], () => errors(none))).toEqual({ states: ['not_linked'], requests: 1 });
  });

  it.each([
    ['names the record', { message: 'Locked', context: { id: ['1', '9'] } }],
    ['names no record', { message: 'Locked' }],
  ])('leaves a pair unknown where an error %s: it may be linked', async (_, error) => {
    expect((await read(['1'], [], () => errors(error))).states).toEqual(['unknown']);
  });

  it('leaves no other pair unknown for an error that names one record', async () => {
    const script: Script = ({ path }) =>
      path.includes('/0-2/0-1/')
        ? errors({ message: 'Locked', context: { id: ['1'] } })
        : errors({ message: 'Locked', context: { id: ['9'] } });
    expect((await read(['1', '2'], [], script)).states).toEqual(['unknown', 'not_linked']);
  });

  it('reads the other side for a pair that the first side left unknown', async () => {
    const script: Script = ({ path }) =>
      path.includes('/0-2/0-1/') ? errors({ message: 'Locked' }) : undefined;
    expect(await read(['1', '2'], ['2'], script)).toEqual({ states: ['not_linked', 'linked'], requests: 2 });
  });

  it('pages through a record where both sides have further pages', async () => {
    const pages = (id: string, ...tos: number[]) => ({
      from: { id },
      to: tos.map((toObjectId) => ({ toObjectId })),
    });
    const script: Script = ({ path, inputs }) => {
      const [{ after } = {}] = inputs as unknown as { after?: string }[];
      if (after === undefined && path.includes('/0-2/0-1/'))
        return json(200, { results: [{ ...pages('1', 77), paging: { next: { after: 'x' } } }] });
      if (after === undefined)
        return json(200, { results: [{ ...pages('9', 78), paging: { next: { after: 'y' } } }] });
      return json(200, { results: [path.includes('/0-2/0-1/') ? pages('1', 9) : pages('9', 1)] });
    };
    expect(await read(['1'], [], script)).toEqual({ states: ['linked'], requests: 3 });
  });
});
