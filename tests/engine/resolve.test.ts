import { apiVersions, resolve, type ApiVersion } from '@bulk-associate/engine';
import { createCrm, type Crm, findObjectType, landmarks, seededId } from 'hubspot-local/crm';
import { recordsOf, setProperties, typeNamed } from 'hubspot-local/crm/testing';
import { answerOf, payloadOf } from './crm-environment';

let crm: Crm;
beforeEach(() => (crm = createCrm()));

async function lines(version: ApiVersion, objectType: string, values: string[]) {
  const { lines } = await payloadOf(crm, version, (hubspot) => resolve(hubspot, { objectType, values }));
  expect(lines.map(({ value }) => value)).toEqual(values);
  return lines;
}

const statuses = async (...of: Parameters<typeof lines>) => (await lines(...of)).map(({ status }) => status);

const companies = () => [...crm.state.recordsOf(findObjectType('company') as never).values()];
const searches = () => crm.calls.filter(({ kind }) => kind === 'search');

describe.each(apiVersions)('resolving on %s', (version) => {
  it('finds hundreds of long names, though a search accepts only 3,000 characters', async () => {
    const renamed = companies().slice(0, 300);
    const nameOf = (n: number) => `${'Very long name of a holding '.repeat(5)}${n}`;
    renamed.forEach(({ id }, n) => setProperties(crm, '0-2', id, { name: nameOf(n) }));
    const names = renamed.map((_, n) => nameOf(n).toUpperCase());
    const found = await lines(version, '0-2', names);
    expect(found.map(({ records }) => records.map(({ id }) => id))).toEqual(renamed.map(({ id }) => [id]));
    expect(searches().every(({ status }) => status === 200)).toBe(true);
  });

  it('finds the others when HubSpot refuses one value of a search', async () => {
    const names = companies().slice(0, 8).map(({ properties }) => String(properties['name'])); // prettier-ignore
    crm.faults.add({ name: 'invalid-ids-400', on: 'search', times: 1 });
    const found = await lines(version, '0-2', names);
    expect(found.filter(({ status }) => status === 'unknown')).toEqual([]);
  });

  it('finds a name that shares its search with a name of more records than a search returns', async () => {
    const [template] = companies();
    for (let id = 90_000_000_000; template && recordsOf(crm, '0-2').size < 10_700; id++) {
      const properties = { ...template.properties, name: 'Everywhere', hs_object_id: String(id) };
      crm.state.setRecord(typeNamed('0-2'), { ...template, id: String(id), properties });
    }
    const last = companies().at(-1);
    if (last) setProperties(crm, '0-2', last.id, { name: 'Nowhere else' });
    expect(await statuses(version, '0-2', ['Everywhere', 'Nowhere else'])).toEqual(['several', 'found']);
  });

  it.each([
    ['it', 'search', '0-2', ['No such firm', landmarks.company], ['unknown', 'found']],
    ['its first reading', 'objects', '0-3', ['100234', 'Sure thing'], ['unknown', 'not_found']],
  ] as const)(
    'is unknown for a value where HubSpot gave no answer for %s, never not_found',
    async (_, on, type, values, expected) => {
      // Its second reading would be found.
      change('0-3', 10, { dealname: '100234' });
      crm.faults.add({ name: 'html-502', on });
      expect(await statuses(version, type, [...values])).toEqual(expected);
    },
  );

  it('fails with the reason where HubSpot gave no answer for any value', async () => {
    crm.faults.add({ name: 'html-502' });
    const values = ['No such firm', landmarks.company, '\u0007'];
    const answer = await answerOf(crm, version, (hubspot) => resolve(hubspot, { objectType: '0-2', values }));
    expect(answer).toMatchObject({ ok: false, error: { code: 'HUBSPOT_UNAVAILABLE' } });
  });

  it('answers without a request where no value is readable', async () => {
    crm.faults.add({ name: 'html-502' });
    expect(await lines(version, '0-2', ['\u0007'])).toMatchObject([{ status: 'unreadable' }]);
    expect(crm.calls).toEqual([]);
  });

  it('reads a value that occurs twice once, and returns both lines', async () => {
    const values = [landmarks.company, landmarks.company];
    expect(await statuses(version, '0-2', values)).toEqual(['found', 'found']);
    expect(crm.calls.map(({ inputs }) => inputs)).toEqual([1]);
  });

  it('distinguishes records of the same name by their details, and an unmatched value from an unreadable one', async () => {
    const found = await lines(version, '0-2', [landmarks.doubleCompanyName, '\u0007', `x${seededId('company', 1)}`]); // prettier-ignore
    expect(found.map(({ status }) => status)).toEqual(['several', 'unreadable', 'not_found']);
    expect(found[0]?.records).toMatchObject([
      { label: landmarks.doubleCompanyName, detail: 'alderlogistics.co.uk' },
      { label: landmarks.doubleCompanyName, detail: expect.stringContaining('group') },
    ]);
  });
});

/** A record of the type with these properties in place of its own: the n-th, so that one test can change several. */
function change(type: string, n: number, properties: Record<string, string>): string {
  const record = [...crm.state.recordsOf(findObjectType(type) as never).values()][n];
  if (!record) throw new RangeError(`There is no ${type} ${n}.`);
  const given = Object.entries(properties).map(([name, value]) => [name, value || null]);
  setProperties(crm, type, record.id, Object.fromEntries(given) as Record<string, string | null>);
  return record.id;
}

type Row = [type: string, held: Record<string, string>, pasted: string, by: string];

const found: Row[] = [
  // The characters around a name, and the spellings of one name.
  ['0-2', { name: 'Contoso (UK)' }, 'Contoso (UK)', 'name'],
  ['0-2', { name: '(TEST) Fabrikam' }, '(TEST) Fabrikam', 'name'],
  ['0-2', { name: 'The "Best"' }, 'The "Best"', 'name'],
  ['0-2', { name: 'Wingtip, Inc.' }, '• "Wingtip, Inc."', 'name'],
  ['0-2', { name: 'O’Neill & Sons' }, "O'Neill & Sons", 'name'],
  ['0-2', { name: "L'Atelier" }, 'L’Atelier', 'name'],
  ['0-2', { name: 'Café Zürich' }, 'Café Zürich'.normalize('NFD'), 'name'],
  ['0-2', { name: 'Café Zürich'.normalize('NFD') }, 'Café Zürich', 'name'],
  ['0-2', { name: 'ｶﾌﾞｼｷ ﾃｽﾄ' }, 'ｶﾌﾞｼｷ ﾃｽﾄ', 'name'],
  ['0-2', { name: 'カブシキ テスト' }, 'ｶﾌﾞｼｷ　ﾃｽﾄ', 'name'],
  ['0-2', { name: 'Two  blanks' }, 'Two  blanks', 'name'],
  ['0-3', { dealname: 'Renewal (2027)' }, 'Renewal (2027)', 'name'],
  ['0-3', { dealname: 'Renewal – Phase 2' }, 'Renewal - Phase 2', 'name'],
  ['0-3', { dealname: 'Renewal' }, 'Deal name: Renewal', 'name'],
  ['0-5', { subject: 'Order 4,711 is late' }, 'order 4,711 is late', 'name'],
  ['2-1234567', { model: 'Kombi (rot)' }, 'kombi (rot)', 'name'],
  // Names that look like something else.
  ['0-3', { dealname: '100234' }, '100234', 'name'],
  ['0-2', { name: '1984' }, '1984', 'name'],
  ['0-2', { name: 'monday.com', domain: 'monday.example' }, 'monday.com', 'name'],
  ['0-2', { name: 'Node.js' }, 'Node.js', 'name'],
  // The panel's own label of companies that share a name.
  ['0-2', { name: 'Twice', domain: 'twice.example' }, 'Twice (twice.example)', 'domain'],
  // Domains.
  ['0-2', { domain: 'www.tailspin.example' }, 'tailspin.example', 'domain'],
  ['0-2', { domain: 'tailspin.example' }, 'ann@tailspin.example', 'domain'],
  ['0-2', { domain: 'xn--mller-kva.example' }, 'müller.example', 'domain'],
  ['0-2', { domain: 'müller.example' }, 'xn--mller-kva.example', 'domain'],
  ['0-2', { hs_additional_domains: 'a.example;tailspin.example' }, '@tailspin.example.', 'domain'],
  // Contacts by name.
  ['0-1', { firstname: 'Zoë', lastname: 'O’Hara' }, "Zoë O'Hara", 'name'],
  ['0-1', { firstname: 'Zoë', lastname: 'Quist' }, 'Quist, Zoë', 'name'],
  ['0-1', { firstname: 'Mary Ann', lastname: 'Quist' }, 'mary ann quist', 'name'],
  ['0-1', { firstname: '結衣', lastname: '東雲' }, '東雲結衣', 'name'],
  ['0-1', { firstname: 'Zoraida', lastname: '' }, 'Zoraida', 'name'],
  ['0-1', { firstname: 'Zoraida', lastname: '47' }, 'Zoraida 47', 'name'],
  ['0-1', { firstname: 'Zoë', lastname: 'O’Hara' }, 'Zoë O´Hara', 'name'],
  ['0-1', { firstname: '', lastname: 'Zoraida' }, 'Zoraida', 'name'],
  // Phone numbers, in other forms than the record's own.
  ['0-1', { phone: '+49 (0)30 901820-17' }, '030 90182017', 'phone'],
  ['0-1', { mobilephone: '+33 6 39 98 12 34' }, 'Mobil: 0033 6 39 98 12 34', 'phone'],
  ['0-1', { phone: '(415) 555-2671' }, '+1 415 555 2671', 'phone'],
  ['0-2', { phone: '+353 1 555 0100' }, '+353-1-555-0100', 'phone'],
  ['0-1', { phone: '+44 28 9018 4999' }, '442890184999', 'phone'],
  ['0-1', { phone: '+44 28 9018 4999' }, 'Zoë Quist: +44 28 9018 4999', 'phone'],
  // Emails.
  ['0-1', { hs_additional_emails: 'x@old.example;ann@old.example' }, 'Ann <Ann@old.example>', 'email'],
  ['0-1', { email: 'ann@xn--mller-kva.example' }, 'ann@müller.example', 'email'],
  ['0-1', { hs_merged_object_ids: '771;772' }, '#772', 'id'],
];

describe.each(apiVersions)('a pasted value on %s', (version) => {
  it.each(found)('of %s with %j is found as %j, by %s', async (type, held, pasted, by) => {
    const id = change(type, 10, held);
    const [line] = await lines(version, type, [pasted]);
    expect(line).toMatchObject({ status: 'found', by, records: [{ id }] });
  });

  it.each([
    ['0-1', 'https://app.hubspot.com/contacts/99/record/0-1/456', 'other_account'],
    ['0-1', '<https://app.hubspot.com/contacts/99/contact/456>', 'other_account'],
    ['0-3', '"https://app.hubspot.com/contacts/12345678/company/456"', 'other_type'],
    ['0-3', '2.75E+10', 'digits_cut'],
    ['0-1', '41,200,000,325', 'unclear_number'],
    ['0-1', 'a@a.example b@b.example', 'several_values'],
    ['0-2', 'someone@gmail.com', 'free_mail'],
  ])('of %s, %j, is unreadable with the reason %s, and HubSpot is not asked', async (objectType, value, reason) => {
    const parameters = { objectType, values: [value], portalId: 12345678 };
    const { lines } = await payloadOf(crm, version, (hubspot) => resolve(hubspot, parameters));
    expect(lines).toEqual([{ value, status: 'unreadable', records: [], reason }]);
    expect(crm.calls).toEqual([]);
  }); // prettier-ignore

  it('that is digits is not found as an id where its heading says that it is something else', async () => {
    const id = seededId('deal', 20);
    const asked = (numbers: ('id' | 'name' | '')[]) =>
      payloadOf(crm, version, (hubspot) => resolve(hubspot, { objectType: '0-3', values: [id], numbers }));
    expect((await asked(['name'])).lines).toMatchObject([{ status: 'not_found' }]);
    expect((await asked([''])).lines).toMatchObject([{ status: 'found', by: 'id' }]);
  });

  it('that is digits is no phone number of another country, although it is as long as one', async () => {
    change('0-1', 10, { phone: '+1 289 018 4999' });
    const [line] = await lines(version, '0-1', ['442890184999']);
    expect(line).toMatchObject({ status: 'not_found' });
  });

  it('that is the full name of a custom object in a link is found', async () => {
    const link = `https://app.hubspot.com/contacts/1/record/p12345678_vehicle/${landmarks.vehicle}`;
    const [line] = await lines(version, landmarks.customObjectType, [link]);
    expect(line).toMatchObject({ status: 'found', by: 'id', records: [{ id: landmarks.vehicle }] });
  });

  it('is several where more than one record fits, and never one of another name', async () => {
    const ann = change('0-1', 10, { firstname: 'Zoë', lastname: 'Quist' });
    const other = change('0-1', 11, { firstname: 'Zoë', lastname: 'Quist' });
    change('0-1', 12, { firstname: 'Zoë', lastname: 'Bergqvist' });
    change('0-1', 13, { firstname: 'Quist', lastname: 'Zoë' });
    const [two] = await lines(version, '0-1', ['Zoë Quist']);
    expect([two?.status, two?.records.map(({ id }) => id)]).toEqual(['several', [ann, other]]);
  });

  it.each([
    ['the same digits in another country', { phone: '+1 207 555 0123' }, '+44 207 555 0123'],
    ['the beginning of its name', { firstname: 'Zoë', lastname: 'Bergqvist' }, 'Zoë Bergqvis'],
  ])('does not find a contact by %s', async (_, held, pasted) => {
    change('0-1', 10, held);
    const [line] = await lines(version, '0-1', [pasted]);
    expect(line).toMatchObject({ status: 'not_found', records: [] });
  });

  it('that is a subdomain is offered the companies of the domain above it, not given one', async () => {
    const id = change('0-2', 10, { domain: 'tailspin.example' });
    const [line, own] = await lines(version, '0-2', ['shop.eu.tailspin.example', 'tailspin.example']);
    const parent = { of: 'shop.eu.tailspin.example', domain: 'tailspin.example' };
    expect(line).toMatchObject({ status: 'several', reason: 'parent_domain', parent, records: [{ id }] });
    expect(own).toMatchObject({ status: 'found' });
    expect(own).not.toHaveProperty('reason');
  });

  it('is found for each of two hundred second email addresses in one call', async () => {
    const addresses = Array.from({ length: 200 }, (_, n) => `second${n}@old.example`);
    const ids = addresses.map((address, n) => change('0-1', n, { hs_additional_emails: address }));
    const lined = await lines(version, '0-1', addresses);
    expect(lined.map(({ records }) => records.map(({ id }) => id))).toEqual(ids.map((id) => [id]));
    expect(crm.calls.length).toBeLessThanOrEqual(2);
  });

  it('is looked up with a thousand others in few searches', async () => {
    const letters = (n: number) => String(n).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
    const names = Array.from({ length: 1_000 }, (_, n) => `Zoraida${letters(n)} Quist${letters(n)}`);
    names.forEach((name, n) => { const [firstname = '', lastname = ''] = name.split(' '); change('0-1', n, { firstname, lastname }); }); // prettier-ignore
    const lined = await lines(version, '0-1', names);
    expect(new Set(lined.map(({ status }) => status))).toEqual(new Set(['found']));
    expect(searches().length).toBeLessThanOrEqual(25);
  });

  it('stays unknown, not not_found, where the time of a call does not suffice for its additional domains', async () => {
    const domains = Array.from({ length: 1_000 }, (_, n) => `nobody${n}.example`);
    const counts = new Map<string, number>();
    for (const { status } of await lines(version, '0-2', domains)) counts.set(status, (counts.get(status) ?? 0) + 1); // prettier-ignore
    expect([...counts.keys()].sort()).toEqual(['not_found', 'unknown']);
    // The rest is sent again by the card: each call settles some.
    expect(counts.get('not_found')).toBeGreaterThanOrEqual(75);
  });
});

describe.each(apiVersions)('resolving emails on %s', (version) => {
  it('reads a hundred in one request: some missing, in capitals, and second addresses of a contact', async () => {
    const contacts = [...crm.state.recordsOf(findObjectType('contact') as never).values()];
    const held = contacts.slice(0, 80).map(({ properties: { email, hs_additional_emails: second } }, n) => {
      return n % 3 === 0 ? String(email).toUpperCase() : (second ?? String(email));
    });
    const missing = Array.from({ length: 20 }, (_, n) => `nobody${n}@nowhere.example`);
    const found = await lines(version, '0-1', [...held, ...missing]);
    expect(found.slice(0, 80).map(({ records }) => records[0]?.id)).toEqual(contacts.slice(0, 80).map(({ id }) => id)); // prettier-ignore
    expect(new Set(found.slice(80).map(({ status }) => status))).toEqual(new Set(['not_found']));
    expect(crm.calls.map(({ kind, inputs }) => [kind, inputs])).toEqual([['objects', 100]]);
  });

  it('reads ten times as many in ten', async () => {
    const contacts = [...crm.state.recordsOf(findObjectType('contact') as never).values()].slice(0, 1_000);
    const found = await lines(version, '0-1', contacts.map(({ properties }) => String(properties['email']))); // prettier-ignore
    expect(found.every(({ status }) => status === 'found')).toBe(true);
    expect(crm.calls.map(({ kind, inputs }) => [kind, inputs])).toEqual(Array(10).fill(['objects', 100]));
  });
});

describe.each(apiVersions)('the detail of a resolved record on %s', (version) => {
  it.each([
    ['0-1', seededId('contact', 0), { label: landmarks.doubleContactName, detail: expect.stringContaining('@') }],
    ['0-1', landmarks.doubleContactName, { detail: expect.stringContaining('@') }],
    ['0-2', landmarks.company, { detail: 'alderlogistics.co.uk' }],
    ['0-3', landmarks.deal, { detail: expect.stringMatching(/^\d+$/) }],
    ['0-5', landmarks.ticket, { detail: expect.stringMatching(/^(New|Waiting on contact|Waiting on us|Closed)$/) }],
    [landmarks.customObjectType, landmarks.vehicle, { detail: expect.stringMatching(/^(white|blue|red)$/) }],
  ])('of type %s, found by %s, is what tells it apart', async (objectType, value, ref) => {
    expect((await lines(version, objectType, [value]))[0]?.records[0]).toMatchObject(ref);
  });

  it('differs for contacts of one name', async () => {
    const [line] = await lines(version, '0-1', [landmarks.doubleContactName]);
    const details = line?.records.map(({ detail }) => detail) ?? [];
    expect(line?.status).toBe('several');
    expect(new Set(details).size).toBe(line?.records.length);
  });
}); // prettier-ignore
