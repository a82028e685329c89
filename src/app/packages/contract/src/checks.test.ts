import fc from 'fast-check';
import { checkParameters } from './checks';
import {
  maxColumns,
  maxInputs,
  maxLabels,
  maxPastedBytes,
  maxTextLength,
  maxTypeNames,
  maxValues,
} from './limits';
import { jsonBytes } from './pasted-text';

const pair = (from: string, to: string) => ({ from: { id: from }, to: { id: to } });
const pairs = { fromObjectType: '0-2', toObjectType: '0-1', inputs: [pair('1', '2')] };
const label = { category: 'USER_DEFINED' as const, typeId: 37 };

/** Right parameters of every function. */
const right = {
  associate_records: { ...pairs, batchSize: 500, label, inputs: [{ ...pair('1', '2'), labels: [label] }] },
  preview_associations: { ...pairs, label },
  remove_associations: { ...pairs, labelled: 'remove' as const, inputs: [{ ...pair('1', '2'), labels: [] }] },
  resolve_records: { objectType: '0-1', values: ['ada@example.com', ''] },
  collect_records: { objectType: '0-1', source: { query: '' }, cursor: '200' },
  find_segments: { objectType: '0-1', query: 'news' },
  describe_objects: { objectType: 'p12_car' },
  list_associations: { objectType: '0-2', id: '7', toObjectType: '0-1', cursor: '500' },
  save_note: {
    objectType: '0-2',
    id: '7',
    run: {
      key: 'run-12345',
      phase: 'run' as const,
      operation: 'associate' as const,
      label: 'Billing',
      objects: 'Contacts',
      counts: { associated: 3, failed: 1 },
      endedAt: 0,
      user: 'ada@example.com',
      changed: 3,
      records: [{ id: '1', label: 'Ada' }],
    },
    language: 'en',
    timeZone: 'Asia/Tokyo',
  },
  suggest_records: {
    objectType: '0-2',
    id: '7',
    toObjectType: '0-1',
    reasons: ['email_domain' as const],
    ownDomains: ['example.com'],
  },
  describe_properties: { objectType: '0-1', language: 'pt-BR' },
  read_messages: { language: 'pt-br' },
  read_pasted_text: {
    objectType: '0-1',
    typeNames: ['Contact'],
    text: '1\n2',
    numbers: 'list' as const,
    shape: 'table' as const,
    firstRow: 'data' as const,
    columns: [0, 2],
    cursor: '1200',
  },
};
const uids = Object.keys(right) as (keyof typeof right)[];

describe.each(uids)('the check of %s', (uid) => {
  it('passes right parameters on as they are', () => {
    expect(checkParameters[uid](right[uid])).toEqual({ ok: true, value: right[uid] });
  });

  it('drops fields that the contract does not know', () => {
    expect(checkParameters[uid]({ ...right[uid], token: 'x', constructor: 1 })).toEqual({
      ok: true,
      value: right[uid],
    });
  });

  it('refuses whatever else arrives, with a sentence', () => {
    const hostile = fc.oneof(
      fc.anything({
        withBigInt: true,
        withDate: true,
        withSparseArray: true,
        withTypedArray: true,
        withNullPrototype: true,
      }),
      fc.record({
        objectType: fc.string(),
        fromObjectType: fc.string(),
        toObjectType: fc.string(),
        inputs: fc.anything(),
      }),
    );
    fc.assert(
      fc.property(hostile, (parameters) => {
        const checked = checkParameters[uid](parameters);
        expect(checked).toEqual({ ok: false, message: expect.stringMatching(/^[a-z].* must .*\.$/i) });
      }),
      { numRuns: 2000 },
    );
  });

  it('does not take fields from a prototype', () => {
    expect(checkParameters[uid](Object.create(right[uid]))).toMatchObject({ ok: false });
  });
});

describe('the check of pairs', () => {
  const check = checkParameters.associate_records;

  it('takes the most inputs a call may carry, and refuses one more', () => {
    const inputs = Array.from({ length: maxInputs }, (_, n) => pair('1', String(n + 1)));
    expect(check({ ...pairs, inputs })).toMatchObject({ ok: true });
    expect(check({ ...pairs, inputs: [...inputs, pair('9', '9')] })).toMatchObject({ ok: false });
  });

  it.each([
    ['no input', []],
    ['a sparse list', new Array(3)],
    ['an input without to', [{ from: { id: '1' } }]],
    ['an id that is a number', [{ from: { id: 1 }, to: { id: '2' } }]],
    ['an id that is a path', [pair('../1', '2')]],
  ])('refuses %s', (_, inputs) => expect(check({ ...pairs, inputs })).toMatchObject({ ok: false }));

  it.each([0, -1, 1.5, NaN, 2001, '100', null])('refuses the batch size %p', (batchSize) => {
    expect(check({ ...pairs, batchSize })).toMatchObject({ ok: false });
  });

  it('names the input that is wrong', () => {
    const message = 'inputs[1].to.id must be a record id: a string of 1 to 19 digits.';
    expect(check({ ...pairs, inputs: [pair('1', '2'), pair('3', 'x')] })).toEqual({ ok: false, message });
  });
});

describe('the check of labels', () => {
  const given = [
    null,
    [],
    'USER_DEFINED',
    { category: 'USER_DEFINED' },
    { typeId: 1 },
    { ...label, category: 'OTHER' },
    { ...label, typeId: '37' },
    { ...label, typeId: 0 },
    { ...label, typeId: 1.5 },
    { ...label, typeId: 2 ** 31 },
  ];

  it.each(given)('refuses %j as a label', (wrong) => {
    for (const uid of ['associate_records', 'preview_associations', 'remove_associations'] as const) {
      expect(checkParameters[uid]({ ...pairs, label: wrong })).toMatchObject({ ok: false });
      const inputs = [{ ...pair('1', '2'), labels: [wrong] }];
      expect(checkParameters[uid]({ ...pairs, inputs })).toMatchObject({ ok: false });
    }
  });

  it('passes on what the contract knows of a label, and no more', () => {
    const named = { ...label, name: 'Buyer' };
    const inputs = [{ ...pair('1', '2'), labels: [named] }];
    expect(checkParameters.associate_records({ ...pairs, inputs, label: named })).toEqual({
      ok: true,
      value: { ...pairs, inputs: [{ ...pair('1', '2'), labels: [label] }], label },
    });
  });

  it('refuses more labels of one pair than an account can have', () => {
    const check = (count: number) =>
      checkParameters.associate_records({
        ...pairs,
        inputs: [{ ...pair('1', '2'), labels: Array.from({ length: count }, () => label) }],
      });
    expect(check(maxLabels)).toMatchObject({ ok: true });
    expect(check(maxLabels + 1)).toMatchObject({ ok: false });
  });

  it.each(['yes', true, null, 'Remove'])('refuses labelled: %j', (labelled) => {
    expect(checkParameters.remove_associations({ ...pairs, labelled })).toMatchObject({ ok: false });
  });

  it('refuses to be told about all labels and about one in one call', () => {
    expect(checkParameters.remove_associations({ ...pairs, labelled: 'keep', label })).toEqual({
      ok: false,
      message: 'labelled must not stand beside a label.',
    });
  });
});

describe('the check of a pasted text', () => {
  const right = { objectType: '0-1', text: 'a' };
  const check = (more: object) => checkParameters.read_pasted_text({ ...right, ...more });

  it.each(['a', 'é', '名', '"', '\n', '\u0001', '\uD800', '😀'])(
    'takes as many %j as a call carries, and no more',
    (piece) => {
      const count = Math.floor((maxPastedBytes - 2) / (jsonBytes(piece) - 2));
      expect(check({ text: piece.repeat(count) })).toMatchObject({ ok: true });
      expect(Buffer.byteLength(JSON.stringify(piece.repeat(count)))).toBeLessThanOrEqual(maxPastedBytes);
      expect(check({ text: piece.repeat(count + 1) })).toMatchObject({ ok: false });
    },
  );

  it('refuses too many names and columns', () => {
    expect(check({ typeNames: Array(maxTypeNames + 1).fill('Car') })).toMatchObject({ ok: false });
    expect(check({ columns: Array(maxColumns + 1).fill(0) })).toMatchObject({ ok: false });
  });

  it.each([
    { columns: [] },
    { columns: [-1] },
    { columns: [0.5] },
    { columns: [maxColumns] },
    { columns: ['0'] },
    { cursor: '' },
    { cursor: '-1' },
    { cursor: '1e3' },
    { cursor: 5 },
    { numbers: 'both' },
    { shape: 'tree' },
    { firstRow: 'heading' },
    { typeNames: 'Car' },
    { text: 5 },
  ])('refuses %j', (wrong) => expect(check(wrong)).toMatchObject({ ok: false }));
});

describe('the check of texts', () => {
  it('refuses too many values, and values that are too long', () => {
    const check = (values: string[]) => checkParameters.resolve_records({ objectType: '0-1', values });
    expect(check(Array.from({ length: maxValues + 1 }, () => 'a'))).toMatchObject({ ok: false });
    expect(check(['a'.repeat(maxTextLength + 1)])).toMatchObject({ ok: false });
  });

  it('takes what digits are for each value, or for none', () => {
    const check = (numbers: unknown) =>
      checkParameters.resolve_records({ objectType: '0-1', values: ['1', '2'], numbers });
    expect(check(['phone', ''])).toMatchObject({ ok: true, value: { numbers: ['phone', ''] } });
    for (const wrong of [['phone'], ['id', 'colour'], 'id', [null, 'id']])
      expect(check(wrong)).toMatchObject({ ok: false });
  });

  it('takes a segment by its id only', () => {
    const check = (segmentId: unknown) =>
      checkParameters.collect_records({ objectType: '0-1', source: { segmentId } });
    expect(check('12')).toEqual({ ok: true, value: { objectType: '0-1', source: { segmentId: '12' } } });
    expect(check('12/../1')).toMatchObject({ ok: false });
  });

  it.each(['', '0', '1/2', 7, undefined])('lists the links of no record with the id %p', (id) => {
    const parameters = { objectType: '0-2', id, toObjectType: '0-1' };
    expect(checkParameters.list_associations(parameters)).toMatchObject({ ok: false });
  });

  it.each([5, null, {}, ['1'], 'a'.repeat(maxTextLength + 1)])('refuses the cursor %p', (cursor) => {
    const parameters = { objectType: '0-1', source: { query: '' }, cursor };
    expect(checkParameters.collect_records(parameters)).toMatchObject({ ok: false });
  });
});

describe('the check of what a call may leave out', () => {
  const collect = { objectType: '0-1', source: { segmentId: '1' } };

  it.each([true, false])('passes %p on', (flag) => {
    expect(checkParameters.preview_associations({ ...pairs, seen: flag, alone: flag })).toMatchObject({
      value: { seen: flag, alone: flag },
    });
    expect(checkParameters.collect_records({ ...collect, names: flag })).toMatchObject({
      value: { names: flag },
    });
  });

  it.each([null, 0, 'true', {}])('refuses %p', (flag) => {
    expect(checkParameters.preview_associations({ ...pairs, seen: flag })).toMatchObject({ ok: false });
    expect(checkParameters.preview_associations({ ...pairs, alone: flag })).toMatchObject({ ok: false });
    expect(checkParameters.collect_records({ ...collect, names: flag })).toMatchObject({ ok: false });
  });
});
