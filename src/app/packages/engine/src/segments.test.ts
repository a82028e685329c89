import { findSegments } from './segments';
import { json, ScriptedHubSpot } from './testing';

/** The segments of contacts, where HubSpot answers with these lists. */
async function segments(...lists: object[]) {
  const fake = new ScriptedHubSpot(() => json(200, { lists }));
  const answer = await fake.run((hubspot) => findSegments(hubspot, { objectType: '0-1', query: ' news ' }));
  return { answer, seen: fake.seen };
}

const list = { listId: 5, name: 'Newsletter', objectTypeId: '0-1' };

describe('findSegments', () => {
  it('searches lists of the object type by the trimmed query, with the size among the properties', async () => {
    const { seen } = await segments();
    expect(seen.map(({ body }) => body)).toEqual([
      { query: 'news', objectTypeId: '0-1', count: 50, offset: 0, additionalProperties: ['hs_list_size'] },
    ]);
  });

  it.each([
    [
      'the size among the additional properties',
      { additionalProperties: { hs_list_size: '12' }, size: 3 },
      { size: 12 },
    ],
    ['the size of the list where the property is missing', { size: 3 }, { size: 3 }],
    ['no size where there is none', {}, {}],
  ])('returns %s', async (_, more, size) => {
    const { answer } = await segments({ ...list, ...more });
    expect(answer).toEqual({ ok: true, segments: [{ id: '5', name: 'Newsletter', ...size }] });
  });

  it('leaves out lists of another object type, and lists without an id or a name', async () => {
    const { answer } = await segments(
      { ...list, objectTypeId: '0-2' },
      { ...list, listId: null },
      { ...list, name: '' },
    );
    expect(answer).toEqual({ ok: true, segments: [] });
  });
});
