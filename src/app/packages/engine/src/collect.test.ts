import type { CollectParameters } from '@bulk-associate/contract';
import { collect } from './collect';
import { json, ScriptedHubSpot, type Script } from './testing';

async function run(script: Script, source: CollectParameters['source'], cursor?: string) {
  const fake = new ScriptedHubSpot(script);
  const parameters = { objectType: '0-1', source, ...(cursor !== undefined && { cursor }) };
  const answer = await fake.run((hubspot) => collect(hubspot, parameters));
  return { answer, seen: fake.seen };
}

const next = (after: string) => ({ paging: { next: { after } } });
const contact = (id: string) => ({ id, properties: { firstname: 'Ada', lastname: id } });

describe('collecting a search', () => {
  it('sends the trimmed query, sorted by id: pages then neither repeat nor skip a record', async () => {
    const { seen } = await run(() => json(200, { results: [] }), { query: ' ada ' }, '400');
    expect(seen.map(({ body }) => body)).toEqual([
      {
        query: 'ada',
        properties: ['firstname', 'lastname', 'email'],
        after: '400',
        limit: 200,
        sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }],
      },
    ]);
  });

  it('sends no query where it is blank: HubSpot then returns all records', async () => {
    const { seen } = await run(() => json(200, { results: [] }), { query: ' ' });
    expect(seen[0]?.body).not.toHaveProperty('query');
  });

  it.each([
    [10_000, false],
    [10_001, true],
  ])('of %i results is capped: %s', async (total, capped) => {
    const { answer } = await run(() => json(200, { total, results: [] }), { query: '' });
    expect(answer).toMatchObject({ ok: true, total, capped });
  });

  it('returns the pages before one that fails, with its cursor', async () => {
    const script: Script = (_, { seen }) =>
      seen.length === 1
        ? json(200, { total: 2, results: [contact('1')], ...next('200') })
        : json(400, { message: 'No.' });
    expect((await run(script, { query: '' })).answer).toEqual({
      ok: true,
      records: [{ id: '1', label: 'Ada 1' }],
      cursor: '200',
      total: 2,
      capped: false,
    });
  });

  it('fails with HubSpot’s message where the first page fails', async () => {
    const { answer } = await run(() => json(400, { message: 'No.' }), { query: '' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'HUBSPOT_REJECTED', message: 'No.' } });
  });
});

describe('collecting a segment', () => {
  const segment =
    (members: Script): Script =>
    (request, fake) => {
      if (request.path.includes('/memberships')) return members(request, fake);
      const asked = request.inputs as unknown as { id: string }[];
      if (request.path.includes('/objects/'))
        return json(200, { results: asked.map(({ id }) => contact(id)) });
      return json(200, { list: { objectTypeId: '0-1', size: 2 } });
    };
  const isFirst = (path: string) => !path.includes('after=');

  it('escapes the cursor, which is text of HubSpot’s own', async () => {
    const { seen } = await run(segment(() => json(200, { results: [] })), { segmentId: '5' }, 'a&b=c'); // prettier-ignore
    expect(seen.map(({ path }) => path)).toContain('/crm/v3/lists/5/memberships?limit=250&after=a%26b%3Dc');
  });

  it('returns the members before a page that fails, with its cursor', async () => {
    const script = segment(({ path }) =>
      isFirst(path)
        ? json(200, { results: [{ recordId: '1' }], ...next('MQ==') })
        : json(400, { message: 'No.' }),
    );
    expect((await run(script, { segmentId: '5' })).answer).toEqual({
      ok: true,
      records: [{ id: '1', label: 'Ada 1' }],
      cursor: 'MQ==',
      total: 2,
      capped: false,
    });
  });

  it('fails with HubSpot’s message where the first page fails', async () => {
    const { answer } = await run(segment(() => json(400, { message: 'No.' })), { segmentId: '5' }); // prettier-ignore
    expect(answer).toMatchObject({ ok: false, error: { code: 'HUBSPOT_REJECTED', message: 'No.' } });
  });
});
