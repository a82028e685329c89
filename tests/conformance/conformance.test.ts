import { VirtualTime } from '@bulk-associate/engine/testing';
import { allScopes, createCrm, type Crm, objectTypes, publishedLimits } from 'hubspot-local/crm';
import { limitLinks, typeNamed } from 'hubspot-local/crm/testing';
import { Account } from './account';
import { cases } from './cases';
import { settle, writesOf } from './conformance';
import type { ConformanceCase } from './findings';
import { deviations, type Deviation } from './deviations';

const asBelieved: Deviation = (crm) => (request) => crm.fetch(request);

function caseNamed(name: string): ConformanceCase {
  const found = cases.find((one) => one.name === name);
  if (!found) throw new RangeError(`There is no case ${name}.`);
  return found;
}

/** Settles cases on an embedded CRM, in virtual time. */
async function settleOn(behaviour: Deviation, some: readonly ConformanceCase[] = cases) {
  const time = new VirtualTime();
  const crm = createCrm({ rateLimits: publishedLimits, now: time.now, sleep: time.sleep });
  const fetch = behaviour(crm);
  const account = new Account({ baseUrl: 'http://crm.test', token: 'sandbox', fetch }, time, 'BA probe test');
  const { settled, left } = await time.run(() => settle(account, some));
  return { crm, account, settled, left };
}

/** All that a probe could leave in an account; every CRM with the same seed starts with the same contents. */
function contentsOf({ state }: Crm) {
  return objectTypes.map((type) => ({
    records: [...state.recordsOf(type).keys()],
    links: objectTypes.map((other) => state.linkCount(type, other)),
    definitions: objectTypes.map((other) =>
      state.definitionsOf(type, other).map((one) => ({ userEnforced: false, ...one })),
    ),
  }));
}

const before = contentsOf(createCrm());

const namesOf = (some: readonly { name: string }[]) => some.map(({ name }) => name);

describe('a CRM that behaves as believed', () => {
  it('makes every case hold', async () => {
    const { settled } = await settleOn(asBelieved);
    expect(namesOf(settled)).toEqual(namesOf(cases));
    expect(settled.filter(({ verdict }) => verdict !== 'holds')).toEqual([]);
  });

  it.each(namesOf(cases))('%s holds when it runs alone, and makes what it announces', async (name) => {
    const { settled, account } = await settleOn(asBelieved, [caseNamed(name)]);
    expect(settled).toEqual([expect.objectContaining({ name, verdict: 'holds' })]);
    expect(account.made).toEqual(writesOf([caseNamed(name)]));
  });
});

describe('a CRM with a deviation', () => {
  const ways = Object.entries(deviations).flatMap(([name, behaviours]) =>
    Object.entries(behaviours).map(([way, behaviour]) => ({ name, way, behaviour })),
  );

  it('exists for every case', () => {
    expect(Object.keys(deviations).sort()).toEqual(namesOf(cases).sort());
  });

  it.each(ways)('$name does not hold where $way', async ({ name, behaviour }) => {
    const { settled, left } = await settleOn(behaviour, [caseNamed(name)]);
    expect(settled).toEqual([expect.objectContaining({ name, verdict: 'does not hold' })]);
    expect(left).toEqual([]);
  });
});

describe('a case that could not be determined', () => {
  it('is every case that writes, where the token may only read', async () => {
    const { settled } = await settleOn((crm) => {
      const scopes = allScopes.filter((scope) => !scope.endsWith('.write') && scope !== 'tickets');
      crm.access.tokens.set('sandbox', new Set(scopes));
      return (request) => crm.fetch(request);
    });
    const untold = settled.filter(({ verdict }) => verdict === 'could not be told');
    const told = settled.filter(({ verdict }) => verdict === 'holds');
    expect(namesOf(told)).toEqual([
      'segment-pages',
      'custom-object-limits',
      'custom-object-detail',
      'ticket-stages',
      'search-rate',
      'limit-policy',
      'operators-by-type',
      'properties-locale',
      'properties-languages',
      'filter-limits',
      'search-body',
      'filter-unknown-property',
      'filter-wrong-value',
      'filter-custom-association',
    ]);
    expect(untold.length).toBeGreaterThan(20);
    expect(untold[0]?.seen).toContain('MISSING_SCOPES');
  });

  it('is one whose requests get no answer; the next case runs', async () => {
    let calls = 0;
    const { settled } = await settleOn(
      (crm) => (request) =>
        ++calls === 1 ? Promise.reject(new TypeError('fetch failed')) : crm.fetch(request),
      [caseNamed('again'), caseNamed('no-links')],
    );
    expect(settled).toEqual([
      { name: 'again', verdict: 'could not be told', seen: 'no answer: fetch failed' },
      expect.objectContaining({ name: 'no-links', verdict: 'holds' }),
    ]);
  });

  it.each([
    ['custom-object', /\/schemas$/, 'no custom object'],
    ['segment-pages', /\/lists\/search$/, 'no segment'],
  ])('is %s in an account that has none', async (name, path, words) => {
    const { settled } = await settleOn(
      (crm) => async (request) =>
        path.test(request.url) ? Response.json({ results: [], lists: [] }) : crm.fetch(request),
      [caseNamed(name)],
    );
    expect(settled).toMatchObject([{ verdict: 'could not be told', seen: expect.stringContaining(words) }]);
  });

  it('is the limit case where the account has set a limit, which stays unchanged', async () => {
    const { settled, crm } = await settleOn(
      (crm) => {
        limitLinks(crm, '0-3', '0-1', 700);
        return (request) => crm.fetch(request);
      },
      [caseNamed('near-limit')],
    );
    expect(settled).toMatchObject([{ verdict: 'could not be told' }]);
    const [plain] = crm.state.definitionsOf(typeNamed('0-3'), typeNamed('0-1'));
    expect(plain).toMatchObject({ maxToObjectIds: 700, userEnforced: true });
  });
});

describe('the account afterwards', () => {
  it('is as it was before, and exactly the announced records were made', async () => {
    const { crm, left, account } = await settleOn(asBelieved);
    expect(left).toEqual([]);
    expect(contentsOf(crm)).toEqual(before);
    expect(account.made).toEqual(writesOf(cases));
  });

  it('is as it was before, wherever the probe is stopped', async () => {
    for (const most of [1, 5, 40, 90]) {
      let calls = 0;
      const time = new VirtualTime();
      const crm = createCrm({ now: time.now, sleep: time.sleep });
      const fetch = (request: Request) => {
        if (++calls === most) account.interrupt();
        return crm.fetch(request);
      };
      const account = new Account(
        { baseUrl: 'http://crm.test', token: 'sandbox', fetch },
        time,
        'BA probe test',
      );
      const { left, interrupted } = await time.run(() => settle(account, cases));
      expect([left, interrupted]).toEqual([[], true]);
      expect(contentsOf(crm)).toEqual(before);
    }
  });

  it('is as it was before where HubSpot has faults during the clean-up', async () => {
    const { crm, left } = await settleOn(
      (crm) => {
        crm.faults.add({ name: 'server-error-500', on: 'objects', after: 2, times: 3 });
        return (request) => crm.fetch(request);
      },
      [caseNamed('again')],
    );
    expect(left).toEqual([]);
    expect(contentsOf(crm)).toEqual(before);
  });

  it('is reported where something could not be removed', async () => {
    const { left } = await settleOn(
      (crm) => async (request) =>
        request.url.endsWith('/objects/0-1/batch/archive')
          ? Response.json({ status: 'error', message: 'no' }, { status: 400 })
          : crm.fetch(request),
      [caseNamed('again')],
    );
    expect(left).toEqual([expect.stringMatching(/^contacts \d+$/)]);
  });
});
