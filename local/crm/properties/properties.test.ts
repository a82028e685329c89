import { createCrm } from '../crm';
import { landmarks } from '../seed';
import { ask, recordsOf } from '../testing/ask';

const crm = createCrm({
  tokens: { sandbox: ['crm.objects.contacts.read', 'crm.objects.deals.read', 'tickets', 'crm.objects.companies.read', 'crm.objects.custom.read'], deals: ['crm.objects.deals.read'] },
}); // prettier-ignore

interface Listed {
  name: string;
  label: string;
  type: string;
  fieldType: string;
  groupName: string;
  options: { value: string; label: string; hidden: boolean }[];
  [field: string]: unknown;
}

async function list(type: string, query = ''): Promise<Listed[]> {
  const { status, body } = await ask(crm, `/crm/properties/2026-09/${type}?${query}`);
  expect(status).toBe(200);
  return (body?.results ?? []) as unknown as Listed[];
}
const named = async (type: string, name: string, query = '') =>
  (await list(type, query)).find((property) => property.name === name);

describe('the properties of a type', () => {
  it.each([
    ['en', 'Email Domain', 'Lifecycle Stage', 'Customer'],
    ['ja', 'Eメールのドメイン', 'ライフサイクルステージ', '顧客'],
    ['de', 'E-Mail-Domain', 'Lifecycle-Phase', 'Kunde'],
    ['fr', "Domaine de l'e-mail", 'Phase du cycle de vie', 'Client'],
    ['es', 'Dominio de correo', 'Etapa del ciclo de vida', 'Cliente'],
    ['pt-br', 'Domínio de e-mail', 'Estágio do ciclo de vida', 'Cliente'],
    ['pt_BR', 'Domínio de e-mail', 'Estágio do ciclo de vida', 'Cliente'],
    ['tlh', 'Email Domain', 'Lifecycle Stage', 'Customer'],
  ])('have their labels in the language %s', async (locale, domain, stage, customer) => {
    expect((await named('contacts', 'hs_email_domain', `locale=${locale}`))?.label).toBe(domain);
    const stages = await named('contacts', 'lifecyclestage', `locale=${locale}`);
    expect(stages?.label).toBe(stage);
    expect(stages?.options.find(({ value }) => value === 'customer')?.label).toBe(customer);
  });

  it('that the account defined have its own label in every language', async () => {
    for (const locale of ['en', 'ja', 'fr']) {
      const due = await named(landmarks.customObjectType, 'inspection_due', `locale=${locale}`);
      expect([due?.label, due?.type, due?.fieldType]).toEqual(['車検満了日', 'date', 'date']);
    }
  });

  it.each([
    ['contacts', 'email', { type: 'string', fieldType: 'text', formField: true, hubspotDefined: true }],
    ['contacts', 'phone', { type: 'string', fieldType: 'phonenumber' }],
    ['contacts', 'hubspot_owner_id', { type: 'enumeration', options: [], externalOptions: true, referencedObjectType: 'OWNER' }],
    ['contacts', 'hs_email_domain', { calculated: true, hidden: false, groupName: 'emailinformation' }],
    ['contacts', 'hs_searchable_calculated_phone_number', { calculated: true, hidden: true }],
    ['contacts', 'associatedcompanyid', { type: 'number' }],
    ['contacts', 'hs_buying_role', { type: 'enumeration', fieldType: 'checkbox' }],
    ['contacts', 'renewal_date', { type: 'date', fieldType: 'date' }],
    ['companies', 'is_public', { type: 'bool', fieldType: 'booleancheckbox' }],
    ['companies', 'hs_additional_domains', { type: 'string' }],
    ['deals', 'amount', { type: 'number', showCurrencySymbol: true, label: 'Amount' }],
    ['deals', 'closedate', { type: 'datetime', fieldType: 'date' }],
    [landmarks.customObjectType, 'plate', { hasUniqueValue: true }],
    [landmarks.customObjectType, 'equipment', { type: 'enumeration', fieldType: 'checkbox' }],
  ])('of %s say what %s is', async (type, name, fields) => {
    expect(await named(type, name)).toMatchObject(fields);
  }); // prettier-ignore

  it('leave out what was deleted, which is listed apart', async () => {
    expect(await named('contacts', 'old_crm_id')).toBeUndefined();
    const deleted = await list('contacts', 'archived=true');
    expect(deleted.map(({ name, archived }) => [name, archived])).toEqual([['old_crm_id', true]]);
  });

  it('mark an option that menus leave out', async () => {
    const colours = await named(landmarks.customObjectType, 'colour');
    expect(colours?.options.filter(({ hidden }) => hidden).map(({ value }) => value)).toEqual(['green']);
  });

  it.each([
    ['deals', 'pipeline', 'dealstage'],
    ['tickets', 'hs_pipeline', 'hs_pipeline_stage'],
  ])(
    'of %s offer the pipelines and stages that the pipelines endpoint lists',
    async (type, pipeline, stage) => {
      interface Pipeline { id: string; label: string; stages: { id: string; label: string }[] } // prettier-ignore
      const { body } = await ask(crm, `/crm/v3/pipelines/${type}`);
      const pipelines = (body?.results ?? []) as unknown as Pipeline[];
      const optionsOf = async (name: string) =>
        (await named(type, name))?.options.map(({ value, label }) => [value, label]);
      expect(await optionsOf(pipeline)).toEqual(pipelines.map(({ id, label }) => [id, label]));
      expect(await optionsOf(stage)).toEqual(
        pipelines.flatMap(({ stages }) => stages.map(({ id, label }) => [id, label])),
      );
    },
  );

  it.each(['0-1', '0-2', '0-3', '0-5', landmarks.customObjectType])(
    'of %s cover the values of its seeded records',
    async (type) => {
      const properties = await list(type);
      const known = new Map(properties.map((property) => [property.name, property]));
      const wrong = new Set<string>();
      for (const record of recordsOf(crm, type).values()) {
        for (const [name, value] of Object.entries(record.properties)) {
          const property = known.get(name);
          const values = property?.fieldType === 'checkbox' ? (value ?? '').split(';') : [value ?? ''];
          const isKnown =
            property !== undefined &&
            (property.type !== 'enumeration' ||
              property.externalOptions === true ||
              values.every((one) => property.options.some((option) => option.value === one)));
          if (!isKnown) wrong.add(`${name}: ${String(value)}`);
        }
      }
      expect([...wrong]).toEqual([]);
    },
  );

  it('can be read one by one, and several at once', async () => {
    const one = await ask(crm, '/crm/v3/properties/contacts/email?locale=ja');
    expect(one.body).toMatchObject({ name: 'email', label: 'Eメール' });
    const { status, body } = await ask(crm, '/crm/properties/2026-09/contacts/batch/read?locale=de', {
      body: { archived: false, inputs: [{ name: 'city' }, { name: 'nothing' }] },
    });
    expect([status, body?.results?.map(({ label }) => label)]).toEqual([207, ['Stadt']]);
    expect(body?.errors?.[0]?.context).toEqual({ propertyName: ['nothing'] });
  });

  it.each([
    ['/crm/v3/properties/contacts/nothing', 404],
    ['/crm/v3/properties/contacts/old_crm_id', 404],
    ['/crm/v3/properties/contacts/old_crm_id?archived=true', 200],
    ['/crm/v3/properties/butterflies', 400],
    ['/crm/v3/properties/contacts/groups/nothing', 404],
  ])('GET %s answers %s', async (path, status) => {
    expect((await ask(crm, path)).status).toBe(status);
  });

  it('need a scope of the type', async () => {
    expect((await ask(crm, '/crm/v3/properties/deals', { token: 'deals' })).status).toBe(200);
    const refused = await ask(crm, '/crm/v3/properties/contacts', { token: 'deals' });
    expect([refused.status, refused.body?.['category']]).toEqual([403, 'MISSING_SCOPES']);
  });
});

describe('the groups of properties', () => {
  it('have their labels in a language, and are those that the properties name', async () => {
    const { body } = await ask(crm, '/crm/properties/2026-09/contacts/groups?locale=ja');
    const groups = body?.results?.map(({ name, label }) => [name, label]);
    expect(groups).toContainEqual(['contactinformation', 'コンタクト情報']);
    const used = new Set((await list('contacts')).map(({ groupName }) => groupName));
    expect(new Set(groups?.map(([name]) => name))).toEqual(used);
  });
});
