import fc from 'fast-check';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkParameters,
  type Answer,
  type AnswerOf,
  type FunctionUid,
  type ParametersOf,
} from '@bulk-associate/contract';
import { panels } from '@bulk-associate/messages/panel';
import { createCrm, landmarks, seededId, serveCrm } from 'hubspot-local/crm';
import { recordsOf } from 'hubspot-local/crm/testing';
import { FunctionRunner } from 'hubspot-local/functions';

const folder = join(__dirname, '../src/app/functions');
const uids = Object.keys(checkParameters) as FunctionUid[];

const crm = createCrm();
let server: Awaited<ReturnType<typeof serveCrm>>;
let runner: FunctionRunner;
const printed: string[] = [];

beforeAll(async () => {
  server = await serveCrm(crm);
  runner = runnerWith({ PRIVATE_APP_ACCESS_TOKEN: 'sandbox', HUBSPOT_API_BASE_URL: server.url });
});
beforeEach(() => crm.reset());
afterAll(async () => {
  runner.close();
  await server.close();
});

function runnerWith(environment: Record<string, string>): FunctionRunner {
  return new FunctionRunner({ folder, environment, onLog: (_, line) => printed.push(line) });
}

/** Calls a built function bundle in a process of its own, as HubSpot does. */
async function call<Uid extends FunctionUid>(
  uid: Uid,
  parameters: ParametersOf<Uid>,
): Promise<AnswerOf<Uid>> {
  const execution = await runner.call(uid, parameters);
  if (!execution.ok) throw new Error(execution.message);
  const answer = execution.response as Answer<AnswerOf<Uid>>;
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer;
}

const contact = (n: number) => seededId('contact', n);
const pairs = (...tos: string[]) => ({
  fromObjectType: '0-2',
  toObjectType: '0-1',
  inputs: tos.map((id) => ({ from: { id: landmarks.company }, to: { id } })),
});
const isLinked = (id: string) => crm.isAssociated('0-2', landmarks.company, '0-1', id);
const statuses = ({ outcomes }: { outcomes: { status: string }[] }) => outcomes.map(({ status }) => status);

describe('the built app functions', () => {
  it('exist for every uid of the contract', () => {
    expect(runner.uids().sort()).toEqual([...uids].sort());
    expect(uids.filter((uid) => !existsSync(join(folder, 'dist', `${uid}.js`)))).toEqual([]);
  });

  it('associate: links all pairs but the one with a missing record, which fails alone', async () => {
    const answer = await call('associate_records', pairs(contact(7), '99', contact(8), contact(8)));
    expect(statuses(answer)).toEqual(['associated', 'failed', 'associated', 'skipped']);
    expect(answer.outcomes[1]?.error).toMatchObject({ category: 'OBJECT_NOT_FOUND', retryable: false });
    expect([contact(7), contact(8)].map(isLinked)).toEqual([true, true]);
    expect(answer.usage.calls).toBe(1);
  });

  it.each(['200', '207', '400-whole-batch'] as const)(
    'associate: fails the missing record alone where HubSpot reports it by %s',
    async (partialFailure) => {
      crm.change({ partialFailure });
      const answer = await call('associate_records', pairs(contact(7), '99', contact(8)));
      expect(statuses(answer)).toEqual(['associated', 'failed', 'associated']);
    },
  );

  it('preview: distinguishes new, linked, missing, duplicate and self pairs', async () => {
    const [linked = ''] = recordsOf(crm, '0-1').keys();
    const answer = await call('preview_associations', pairs(linked, contact(7), '99', contact(7)));
    expect(statuses(answer)).toEqual(['already_associated', 'new', 'not_found', 'duplicate']);
    const itself = { from: { id: contact(1) }, to: { id: contact(1) } };
    const same = await call('preview_associations', {
      fromObjectType: '0-1',
      toObjectType: '0-1',
      inputs: [itself],
    });
    expect(statuses(same)).toEqual(['self']);
    expect(crm.calls.every(({ kind }) => kind !== 'associate')).toBe(true);
  });

  it('preview: allows as many new pairs as the limit has left', async () => {
    const inputs = [0, 1, 2, 3, 4].map((n) => ({
      from: { id: landmarks.nearlyFullDeal },
      to: { id: contact(n) },
    }));
    const answer = await call('preview_associations', { fromObjectType: '0-3', toObjectType: '0-1', inputs });
    expect(statuses(answer)).toEqual(['new', 'new', 'new', 'over_limit', 'over_limit']);
  });

  it('remove: removes unlabelled links only, and keeps a pair that has gained a label', async () => {
    await call('associate_records', pairs(contact(7), contact(8)));
    const label = { associationCategory: 'USER_DEFINED', associationTypeId: 932 };
    await fetch(`${server.url}/crm/v4/objects/0-2/${landmarks.company}/associations/0-1/${contact(8)}`, {
      method: 'PUT',
      headers: { authorization: 'Bearer sandbox' },
      body: JSON.stringify([label]),
    });
    const answer = await call('remove_associations', pairs(contact(7), contact(8), contact(9)));
    expect(statuses(answer)).toEqual(['removed', 'kept', 'removed']);
    expect([contact(7), contact(8)].map(isLinked)).toEqual([false, true]);
  });

  it('resolve: finds records by id, email, record link and name, and returns several where several match', async () => {
    const { properties } = recordsOf(crm, '0-1').get(contact(5)) ?? {};
    const people = await call('resolve_records', {
      objectType: '0-1',
      values: [contact(5), String(properties?.['email']).toUpperCase(), 'nobody@example.com', 'ada@lovelace'],
    });
    expect(people.lines.map(({ status, records }) => [status, ...records.map(({ id }) => id)])).toEqual([
      ['found', contact(5)],
      ['found', contact(5)],
      ['not_found'],
      ['unreadable'],
    ]);
    const firms = await call('resolve_records', {
      objectType: '0-2',
      values: [
        landmarks.doubleCompanyName,
        `https://app.hubspot.com/contacts/1/record/0-2/${landmarks.company}`,
      ],
    });
    expect(firms.lines.map(({ status }) => status)).toEqual(['several', 'found']);
    expect(firms.lines[0]?.records).toHaveLength(2);
  });

  it('collect: pages a search and a segment to their end', async () => {
    const collectAll = async (source: { query: string } | { segmentId: string }) => {
      const ids: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await call('collect_records', { objectType: '0-1', source, ...(cursor && { cursor }) });
        ids.push(...page.records.map(({ id }) => id));
        cursor = page.cursor;
      } while (cursor !== undefined);
      return ids;
    };
    const segment = await collectAll({ segmentId: landmarks.largeSegment });
    expect(new Set(segment).size).toBe(2_500);
    // More than one answer holds, and few pages: HubSpot's five searches a second are kept to in real time here.
    const query = 'uk';
    const matching = [...recordsOf(crm, '0-1').values()].filter(({ searchText }) =>
      searchText.includes(query),
    );
    expect(matching.length).toBeGreaterThan(1_000);
    expect(await collectAll({ query })).toEqual(matching.map(({ id }) => id));
  });

  it('find segments: returns those whose name matches, with their size', async () => {
    const { segments } = await call('find_segments', { objectType: '0-1', query: 'newsletter' });
    expect(segments).toEqual([{ id: landmarks.largeSegment, name: 'Newsletter readers', size: 2_500 }]);
  });

  it('describe: returns custom objects only where an association with them is defined', async () => {
    const types = async (objectType: string) =>
      (await call('describe_objects', { objectType })).objectTypes.map(({ id }) => id);
    expect(await types('0-2')).toEqual(['0-1', '0-2', '0-3', '0-5', landmarks.customObjectType]);
    expect(await types('0-5')).toEqual(['0-1', '0-2', '0-3', '0-5']);
  });
});

describe('read messages', () => {
  it.each([
    ['ja', 'ja'],
    ['ja-JP', 'ja'],
    ['de-at', 'de'],
    ['fr-ca', 'fr'],
    ['es-mx', 'es'],
    ['pt', 'pt-br'],
    ['en', 'en'],
    ['zh-tw', 'en'],
    ['__proto__', 'en'],
  ] as const)(
    'answers to %s the words of the panel in %s, without a token and without HubSpot',
    async (tag, language) => {
      const without = runnerWith({});
      const execution = await without.call('read_messages', { language: tag });
      without.close();
      const messages = language === 'en' ? {} : panels[language];
      expect(execution).toMatchObject({ ok: true, response: { ok: true, language } });
      expect(execution).toHaveProperty('response.messages', messages);
      expect(crm.calls).toEqual([]);
    },
  );
});

describe('read pasted text', () => {
  it.each([
    [
      'the lines of a list',
      { text: 'Ada Lovelace; 41200000325' },
      { kind: 'list', entries: ['Ada Lovelace', '41200000325'] },
    ],
    ['the columns of a table', { text: 'ID,Note\n41200000325,x' }, { kind: 'table', suggested: [0] }],
    [
      'the rows of a table',
      { text: 'ID,Note\n41200000325,x', columns: [1] },
      { kind: 'list', entries: ['x'] },
    ],
    ['a question about numbers', { text: '41,200,000,325' }, { kind: 'askNumbers', grouped: '41200000325' }],
  ])('answers with %s, without a token and without HubSpot', async (_, asked, parts) => {
    const without = runnerWith({});
    const execution = await without.call('read_pasted_text', { objectType: '0-1', ...asked });
    without.close();
    expect(execution).toMatchObject({ ok: true, response: { ok: true, parts } });
    expect(crm.calls).toEqual([]);
  });

  it('prints nothing of a text that breaks the contract either', async () => {
    const text = 'secret@example.com '.repeat(60_000);
    const execution = await runner.call('read_pasted_text', { objectType: '0-1', text });
    expect(execution).toMatchObject({ response: { ok: false, error: { code: 'INVALID_INPUT' } } });
    expect(JSON.stringify([execution, printed])).not.toContain('secret@');
  });
});

describe.each(uids)('%s', (uid) => {
  it('answers INVALID_INPUT to parameters that break the contract, and sends nothing to HubSpot', async () => {
    const hostile = fc.oneof(
      fc.jsonValue(),
      fc.record({
        fromObjectType: fc.constantFrom('0-1', '../../oauth', '0-1?x=', '0-1/', '__proto__'),
        toObjectType: fc.constantFrom('0-2', '..%2f', '0-1#'),
        objectType: fc.constantFrom('0-1/../0-2', 'contacts', ' 0-1'),
        inputs: fc.array(fc.record({ from: fc.record({ id: fc.constantFrom('-1', '1/2', '٣', '1e5') }) })),
        __proto__: fc.jsonValue(),
      }),
    );
    await fc.assert(
      fc.asyncProperty(hostile, async (parameters) => {
        const execution = await runner.call(uid, parameters);
        expect(execution).toMatchObject({
          ok: true,
          response: { ok: false, error: { code: 'INVALID_INPUT' } },
        });
      }),
      { numRuns: 300 },
    );
    expect(crm.calls).toEqual([]);
  });
});

describe('the token', () => {
  it('that is missing is UNAUTHORIZED, with a sentence for an admin', async () => {
    const without = runnerWith({ HUBSPOT_API_BASE_URL: server.url });
    const execution = await without.call('associate_records', pairs(contact(7)));
    without.close();
    expect(execution).toMatchObject({
      response: { ok: false, error: { code: 'UNAUTHORIZED', message: expect.stringContaining('admin') } },
    });
    expect(crm.calls).toEqual([]);
  });

  it('that HubSpot refuses is UNAUTHORIZED, and one without a scope names the scope', async () => {
    const secret = 'pat-test-0123456789';
    const other = runnerWith({ PRIVATE_APP_ACCESS_TOKEN: secret, HUBSPOT_API_BASE_URL: server.url });
    const refused = await other.call('associate_records', pairs(contact(7)));
    expect(refused).toMatchObject({ response: { ok: false, error: { code: 'UNAUTHORIZED' } } });
    crm.access.tokens.set(secret, new Set(['crm.objects.contacts.read', 'crm.objects.companies.read']));
    const lacking = await other.call('associate_records', pairs(contact(7)));
    expect(lacking).toMatchObject({
      response: {
        error: {
          code: 'MISSING_SCOPES',
          requiredScopes: expect.arrayContaining(['crm.objects.contacts.write']),
        },
      },
    });
    other.close();
    expect(JSON.stringify([refused, lacking, printed])).not.toContain(secret);
  });

  it('is removed from the answer if HubSpot repeats it', async () => {
    crm.faults.add({ name: 'missing-scopes-403', value: 'sandbox' });
    const execution = await runner.call('associate_records', pairs(contact(7)));
    expect(JSON.stringify(execution)).not.toContain('sandbox');
  });
});
