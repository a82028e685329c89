import { attribute } from './attribution';
import { Pairs } from './pairs';

type Ids = [from: string, to: string];

const companies = '0-2';
const contacts = '0-1';

function pairsOf(inputs: Ids[], [from, to] = [contacts, companies]) {
  return new Pairs({
    fromObjectType: from,
    toObjectType: to,
    inputs: inputs.map(([a, b]) => ({ from: { id: a }, to: { id: b } })),
  });
}

/** A result row; 279 is contact to company, 280 company to contact. */
function row(from: string | number, to: string | number, associationTypeId = 279) {
  const associationSpec = { associationCategory: 'HUBSPOT_DEFINED', associationTypeId };
  return { from: { id: from }, to: { id: to }, associationSpec };
}

function read(inputs: Ids[], body: object, types?: [string, string]) {
  const pairs = pairsOf(inputs, types);
  const { associated, failed, unclear } = attribute(pairs, pairs.open, body as never);
  return { associated, failed: failed.map(({ index }) => index), unclear: unclear.map(({ index }) => index) };
}

describe('results', () => {
  it.each([
    ['forward only', [row('5', '7')]],
    ['reverse only', [row('7', '5', 280)]],
    ['both, reverse first', [row('7', '5', 280), row('5', '7')]],
    ['doubled', [row('5', '7'), row('5', '7')]],
    ['with ids as numbers', [row(5, 7)]],
  ])('name a pair: %s', (_, results) => {
    expect(read([['5', '7'], ['5', '8']], { results })).toEqual({ associated: [0], failed: [], unclear: [1] }); // prettier-ignore
  });

  it('for pairs that were not sent are ignored', () => {
    const results = [row('5', '9'), row('9', '7'), {}, { from: null, to: 3 }];
    expect(read([['5', '7']], { results })).toEqual({ associated: [], failed: [], unclear: [0] });
  });

  it.each([undefined, null, 'x', {}])(
    'that are missing or malformed (%p) leave every pair unclear',
    (results) => {
      expect(read([['5', '7']], { results })).toEqual({ associated: [], failed: [], unclear: [0] });
    },
  );

  describe('for contact 5 with company 7 and contact 7 with company 5 in one batch', () => {
    const inputs: Ids[] = [['5', '7'], ['7', '5'], ['1', '2']]; // prettier-ignore

    it('are assigned by the association type, once another pair shows which direction it has', () => {
      const results = [row('1', '2'), row('2', '1', 280), row('5', '7'), row('7', '5', 280)];
      expect(read(inputs, { results })).toEqual({ associated: [2, 0], failed: [], unclear: [1] });
    });

    it('leave both pairs unclear while no other pair shows the direction of the type', () => {
      expect(read(inputs.slice(0, 2), { results: [row('5', '7')] })).toMatchObject({
        associated: [],
        unclear: [0, 1],
      });
    });

    it('leave both pairs unclear if both directions have the same association type', () => {
      const results = [row('1', '2', 9), row('2', '1', 9), row('5', '7', 9)];
      expect(read(inputs, { results })).toEqual({ associated: [2], failed: [], unclear: [0, 1] });
    });
  });

  it('within one object type match a pair in either direction', () => {
    const types: [string, string] = [contacts, contacts];
    expect(read([['5', '7']], { results: [row('7', '5', 449)] }, types).associated).toEqual([0]);
  });
});

describe('errors', () => {
  const notFound = (id: string, side: 'FROM' | 'TO') => ({
    category: 'OBJECT_NOT_FOUND',
    subCategory: `crm.associations.${side}_OBJECT_NOT_FOUND`,
    message: `No record with ID ${id} exists`,
    context: { id: [id] },
  });

  it('for a record that does not exist fail all its pairs', () => {
    const inputs: Ids[] = [['5', '7'], ['5', '8'], ['6', '7']]; // prettier-ignore
    const body = { results: [row('6', '7')], errors: [notFound('5', 'FROM')] };
    expect(read(inputs, body)).toEqual({ associated: [2], failed: [0, 1], unclear: [] });
  });

  it('for an invalid id fail all pairs with that id', () => {
    const error = {
      category: 'VALIDATION_ERROR',
      subCategory: 'crm.associations.INVALID_IDENTIFIER',
      message: '5 is not a valid ID',
      context: { id: ['5'] },
    };
    const inputs: Ids[] = [['5', '7'], ['5', '8'], ['6', '7']]; // prettier-ignore
    const body = { results: [row('6', '7')], errors: [error] };
    expect(read(inputs, body)).toEqual({ associated: [2], failed: [0, 1], unclear: [] });
  });

  it('for a record on the to side do not fail a pair with the same id on its from side', () => {
    const inputs: Ids[] = [['7', '5'], ['5', '8']]; // prettier-ignore
    expect(read(inputs, { results: [], errors: [notFound('5', 'TO')] })).toEqual({
      associated: [],
      failed: [0],
      unclear: [1],
    });
  });

  it('that do not name the side leave pairs unclear if the id occurs on both sides', () => {
    const inputs: Ids[] = [['7', '5'], ['5', '8'], ['1', '9']]; // prettier-ignore
    const errors = [{ message: 'no', context: { objectId: ['5'] } }];
    expect(read(inputs, { results: [], errors })).toEqual({ associated: [], failed: [], unclear: [0, 1, 2] });
  });

  it('that name a full record fail its pairs only if there is one error for each pair without a result', () => {
    const full = {
      category: 'VALIDATION_ERROR',
      message: 'The record 5 is full.',
      context: { fromId: ['5'] },
    };
    const inputs: Ids[] = [['5', '7'], ['5', '8'], ['5', '9']]; // prettier-ignore
    const results = [row('5', '7')];
    expect(read(inputs, { results, errors: [full] })).toEqual({
      associated: [0],
      failed: [],
      unclear: [1, 2],
    });
    expect(read(inputs, { results, errors: [full, full] })).toMatchObject({ failed: [1, 2], unclear: [] });
  });

  it.each<[string, object, number[]]>([
    ['the from side', { fromObjectId: ['5'] }, [0, 1]],
    ['the to side', { toObjectId: ['5'] }, [2]],
    ['both sides', { fromObjectId: ['5'], toObjectId: ['8'] }, [1]],
  ])('that name an id on %s fail only the pairs with that id on that side', (_, context, expected) => {
    const inputs: Ids[] = [['5', '7'], ['5', '8'], ['9', '5'], ['6', '8']]; // prettier-ignore
    const error = { category: 'OBJECT_NOT_FOUND', message: 'no', context };
    expect(read(inputs, { results: [], errors: [error] }).failed).toEqual(expected);
  });

  it('that name only object types do not fail a record whose id has the same digits', () => {
    const context = { fromObjectTypeId: ['0-2'], toObjectTypeId: ['0-1'], requiredScopeId: ['2'] };
    const error = { category: 'OBJECT_NOT_FOUND', message: 'no', context };
    expect(read([['2', '1']], { results: [], errors: [error] })).toMatchObject({ failed: [], unclear: [0] });
  });

  it('do not fail a pair that a result names as associated', () => {
    const body = { results: [row('5', '7')], errors: [notFound('5', 'FROM')] };
    expect(read([['5', '7']], body)).toEqual({ associated: [0], failed: [], unclear: [] });
  });

  it('that name an id only in their message leave its pair unclear, with the error kept as a possible reason', () => {
    const pairs = pairsOf([['5', '7'], ['5', '8']]); // prettier-ignore
    const errors = [{ category: 'VALIDATION_ERROR', message: '8 is not a valid ID' }];
    const { failed, unclear } = attribute(pairs, pairs.open, { results: [], errors });
    expect(failed).toEqual([]);
    expect(unclear).toEqual([
      { index: 0 },
      { index: 1, error: { message: '8 is not a valid ID', category: 'VALIDATION_ERROR', retryable: false } },
    ]);
  });

  it('that name an id in their context are not applied to other ids in their message', () => {
    const pairs = pairsOf([['5', '7'], ['6', '8']]); // prettier-ignore
    const errors = [{ message: 'Record 5 has 8 links', context: { fromObjectId: ['5'] } }];
    const { failed, unclear } = attribute(pairs, pairs.open, { results: [], errors });
    expect(failed.map(({ index }) => index)).toEqual([0]);
    expect(unclear).toEqual([{ index: 1 }]);
  });

  it('that name no id are kept for all pairs without a result if there are as many and they are equal', () => {
    const pairs = pairsOf([['5', '7'], ['5', '8']]); // prettier-ignore
    const refused = { category: 'VALIDATION_ERROR', message: 'Refused' };
    const both = attribute(pairs, pairs.open, { results: [], errors: [refused, refused] });
    expect(both.unclear.map(({ error }) => error?.message)).toEqual(['Refused', 'Refused']);
    const one = attribute(pairs, pairs.open, { results: [], errors: [refused] });
    expect(one.unclear).toEqual([{ index: 0 }, { index: 1 }]);
  });
});
