import { type Crm, findObjectType } from 'hubspot-local/crm';
import type { Pair } from './account';

type Send = (request: Request) => Promise<Response>;

/** An embedded CRM that differs in one respect from what is believed of HubSpot. */
export type Deviation = (crm: Crm) => Send;

interface JsonObject {
  [name: string]: unknown;
}

const json = (status: number, body: object | string) =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json;charset=utf-8' },
  });

const refused = (message: string) => json(400, { status: 'error', category: 'VALIDATION_ERROR', message });

/** Answers requests to some paths in place of the CRM; at undefined, the CRM answers. */
function instead(
  path: RegExp,
  answer: (
    body: JsonObject,
    crm: Crm,
    request: Request,
  ) => Promise<Response | undefined> | Response | undefined,
): Deviation {
  return (crm) => async (request) => {
    if (!path.test(new URL(request.url).pathname)) return crm.fetch(request);
    const text = await request.clone().text();
    return (await answer(text ? (JSON.parse(text) as JsonObject) : {}, crm, request)) ?? crm.fetch(request);
  };
}

/** Edits the text of the CRM's answers to some paths. */
function edited(path: RegExp, edit: (text: string, asked: string) => string): Deviation {
  return (crm) => async (request) => {
    const asked = await request.clone().text();
    const response = await crm.fetch(request);
    if (!path.test(new URL(request.url).pathname)) return response;
    const { status, headers } = response;
    const text = edit(await response.text(), asked);
    return new Response(status === 204 ? null : text, { status, headers });
  };
}

function without(path: RegExp, ...names: string[]): Deviation {
  return edited(path, (text) => {
    const body = JSON.parse(text) as JsonObject;
    return JSON.stringify(Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name))));
  });
}

function changed(settings: Parameters<Crm['change']>[0]): Deviation {
  return (crm) => {
    crm.change(settings);
    return (request) => crm.fetch(request);
  };
}

const inputsOf = <T = Pair>({ inputs }: JsonObject) => inputs as T[];
const post = (url: string, body: object) =>
  new Request(url, {
    method: 'POST',
    headers: { authorization: 'Bearer sandbox' },
    body: JSON.stringify(body),
  });

const associate = /\/batch\/associate\/default$/;
const readLinks = /\/associations\/[^/]+\/[^/]+\/batch\/read$/;
const archive = /\/associations\/[^/]+\/[^/]+\/batch\/archive$/;
const create = /\/associations\/0-\d\/0-\d\/batch\/create$/;
const archiveLabels = /\/batch\/labels\/archive$/;
const search = /\/search$/;
const complete = { status: 'COMPLETE', startedAt: '', completedAt: '' };

/** Searches that contain a text find nothing. */
function nothingFoundBy(part: string): Deviation {
  return instead(search, (body) =>
    JSON.stringify(body).includes(part) ? json(200, { total: 0, results: [] }) : undefined,
  );
}

/** Searches that contain a text are refused. */
function refusedAt(part: string): Deviation {
  return instead(search, (body) => (JSON.stringify(body).includes(part) ? refused('No') : undefined));
}

function isGone(crm: Crm, type: string, id: string): boolean {
  const known = findObjectType(type);
  return known !== undefined && !crm.state.recordsOf(known).has(id);
}

const typesIn = (request: Request) => new URL(request.url).pathname.split('/').slice(4, 6);

function isLinked(crm: Crm, request: Request, { from, to }: Pair): boolean {
  const [fromType = '', toType = ''] = typesIn(request);
  return crm.isAssociated(fromType, from.id, toType, to.id);
}

/** For each case, deviations that make its belief wrong. */
export const deviations: Record<string, Record<string, Deviation>> = {
  'partial-failure': {
    'bad pairs are left out without a word': without(associate, 'errors', 'numErrors'),
    'the good pair is refused along': instead(associate, (body) =>
      inputsOf(body).length > 1
        ? json(207, { ...complete, results: [], errors: [{ message: 'No' }] })
        : undefined,
    ),
  },
  'most-inputs': {
    'a batch of 100 is too large': changed({ maxInputs: 50 }),
    'a large batch loses inputs': instead(associate, (body, crm, request) =>
      inputsOf(body).length > 500
        ? crm.fetch(post(request.url, { inputs: inputsOf(body).slice(0, 500) }))
        : undefined,
    ),
  },
  'over-limit-message': {
    'the refusal names no reason': instead(associate, (body) =>
      inputsOf(body).length > 500 ? refused('The request is invalid') : undefined,
    ),
  },
  'results-direction': {
    'results are empty': edited(associate, () => JSON.stringify({ ...complete, results: [] })),
  },
  again: {
    'a pair that is linked is refused': instead(associate, (body, crm, request) =>
      inputsOf(body).some((pair) => isLinked(crm, request, pair)) ? refused('It exists already') : undefined,
    ),
  },
  'label-kept': {
    'the labels are lost': instead(associate, async (body, crm, request) => {
      const inputs = inputsOf(body).map(({ from, to }) => ({ from, to: [to] }));
      await crm.fetch(post(request.url.replace('associate/default', 'archive'), { inputs }));
      return undefined;
    }),
  },
  'no-links': {
    'a record without links refuses the whole read': instead(readLinks, async (_, crm, request) => {
      const response = await crm.fetch(request.clone());
      return response.status === 207 ? refused('A record has no links') : response;
    }),
    'the answer has an error that is no answer': edited(readLinks, (text) =>
      text.replaceAll('NO_ASSOCIATIONS_FOUND', 'UNKNOWN'),
    ),
  },
  'deleted-record-read': {
    'a record that is gone refuses the whole read': instead(readLinks, (body, crm, request) =>
      inputsOf<{ id: string }>(body).some(({ id }) => isGone(crm, typesIn(request)[0] ?? '', id))
        ? refused('One id is invalid')
        : undefined,
    ),
  },
  'read-after-write': {
    'reads lag for ever': edited(readLinks, () => JSON.stringify({ ...complete, results: [] })),
    'the first read does not show it': (crm) => {
      let reads = 0;
      const late = instead(readLinks, () =>
        reads++ === 0 ? json(200, { ...complete, results: [] }) : undefined,
      );
      return late(crm);
    },
  },
  'ids-as-numbers': {
    'ids are text': edited(readLinks, (text) => text.replaceAll(/"toObjectId":(\d+)/g, '"toObjectId":"$1"')),
  },
  'archive-several': {
    'only the first partner is removed': instead(archive, (body, crm, request) => {
      const inputs = inputsOf<{ to: object[] }>(body).map((input) => ({
        ...input,
        to: input.to.slice(0, 1),
      }));
      return crm.fetch(post(request.url, { inputs }));
    }),
  },
  'archive-many': {
    'more than a hundred are refused': instead(archive, (body) =>
      inputsOf<{ to: object[] }>(body).some(({ to }) => to.length > 100) ? refused('Too many.') : undefined,
    ),
    'more than a hundred are left out without a word': instead(archive, (body, crm, request) => {
      const inputs = inputsOf<{ to: object[] }>(body).map((input) => ({
        ...input,
        to: input.to.slice(0, 100),
      }));
      return crm.fetch(post(request.url, { inputs }));
    }),
  },
  'read-pages': {
    'further pages have no cursor': edited(readLinks, (text) => text.replaceAll('"paging"', '"pages"')),
    'every page is the first': instead(readLinks, (body, crm, request) =>
      inputsOf<{ after?: string }>(body).some(({ after }) => after !== undefined)
        ? crm.fetch(post(request.url, { inputs: inputsOf<{ id: string }>(body).map(({ id }) => ({ id })) }))
        : undefined,
    ),
  },
  'read-thousand': {
    'more than a hundred are refused': instead(readLinks, (body) =>
      inputsOf(body).length > 100 ? refused('Too many.') : undefined,
    ),
    'more than a hundred are left out without a word': instead(readLinks, (body, crm, request) =>
      inputsOf(body).length > 100
        ? crm.fetch(post(request.url, { inputs: inputsOf(body).slice(0, 100) }))
        : undefined,
    ),
  },
  'archive-labels': {
    'a pair with a label stays linked': instead(archive, () => new Response(null, { status: 204 })),
  },
  'label-shown': {
    'labels are null': edited(readLinks, (text) => text.replaceAll(/"label":"[^"]*"/g, '"label":null')),
  },
  'schemas-readable': {
    'the scope does not suffice': instead(/\/schemas\/0-\d$/, () =>
      json(403, { status: 'error', category: 'MISSING_SCOPES', message: 'One or more scopes are required.' }),
    ),
  },
  'near-limit': {
    'records near their limit are not listed': without(/\/limits\//, 'nearLimitFromRecordSamples'),
    'records at their limit are not listed': without(/\/limits\//, 'atLimitFromRecordSamples'),
  },
  'limit-reached': {
    'the whole batch is refused': changed({ partialFailure: '400-whole-batch' }),
    'the limit is not kept': instead(associate, (body) =>
      inputsOf(body).length === 2 ? json(200, { ...complete, results: [] }) : undefined,
    ),
  },
  'search-lower-case': {
    'case counts': instead(search, (body) =>
      JSON.stringify(body).includes('"name","operator":"IN"')
        ? json(200, { total: 0, results: [] })
        : undefined,
    ),
  },
  'search-exact': {
    'accents and apostrophes do not count': (crm) => async (request) => {
      const body = await request.clone().text();
      const isName = search.test(new URL(request.url).pathname) && body.includes('"name","operator":"IN"');
      if (!isName) return crm.fetch(request);
      const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase(); // prettier-ignore
      const companies = [...crm.state.recordsOf(findObjectType('company') as never).values()];
      const results = companies.filter(({ properties }) =>
        folded(body).includes(folded(JSON.stringify(properties['name']))),
      );
      return json(200, { total: results.length, results });
    },
  },
  'searchable-phone': {
    'there is no such property': instead(search, (body) =>
      JSON.stringify(body).includes('searchable_calculated') ? refused('no such property') : undefined,
    ),
    'it holds the calling code': instead(search, (body) =>
      JSON.stringify(body).includes('searchable_calculated')
        ? json(200, { total: 0, results: [] })
        : undefined,
    ),
  },
  'additional-domains': {
    'it is not searched by its parts': nothingFoundBy('hs_additional_domains'),
    'every domain finds it': (crm) => async (request) => {
      const text = await request.clone().text();
      if (!search.test(new URL(request.url).pathname)) return crm.fetch(request);
      const anyOf = /"operator":"CONTAINS_TOKEN","value":"[^"]*"/;
      return crm.fetch(
        post(request.url, JSON.parse(text.replace(anyOf, '"operator":"HAS_PROPERTY"')) as object),
      );
    },
    'a read separates them by commas': edited(/\/objects\/0-2\/batch\/read$/, (text) =>
      text.replaceAll('.example;', '.example,'),
    ),
  },
  'merged-records': {
    'the other address is not named': edited(/\/objects\/0-1\/batch\/read$/, (text) =>
      text.replaceAll(/"hs_additional_emails":"[^"]*"/g, '"hs_additional_emails":null'),
    ),
    'the other id is not named': edited(/\/objects\/0-1\/batch\/read$/, (text) =>
      text.replaceAll(/"hs_merged_object_ids":"[^"]*"/g, '"hs_merged_object_ids":null'),
    ),
  },
  'id-length': {
    'ids are short': edited(/\/objects\/.*\/batch\/create$/, (text) =>
      text.replace(/"id":"(\d{7})\d*"/g, '"id":"$1"'),
    ),
  },
  'search-offset': {
    'a cursor is no number of results': edited(search, (text) =>
      text.replaceAll('"after":"1"', '"after":"MQ=="'),
    ),
    'a cursor that HubSpot did not give is refused': instead(search, ({ after }) =>
      after === '1' ? refused('after is not a cursor') : undefined,
    ),
    'a cursor that HubSpot did not give starts anew': (crm) => async (request) => {
      const body = await request.clone().text();
      if (!search.test(new URL(request.url).pathname)) return crm.fetch(request);
      return crm.fetch(post(request.url, { ...(JSON.parse(body) as object), after: '0' }));
    },
  },
  'list-pages': {
    'there is no cursor': without(/\/objects\/0-2$/, 'paging'),
    'the second page is the first': (crm) => (request) =>
      crm.fetch(
        /objects\/0-2\?/.test(request.url)
          ? new Request(request.url.replace(/&after=.*/, ''), request)
          : request,
      ),
    'a page holds more than is asked for': (crm) => (request) =>
      crm.fetch(new Request(request.url.replace('limit=1&', 'limit=5&'), request)),
  },
  'ticket-stages': {
    'the scopes of the app do not suffice': instead(/\/pipelines\//, () =>
      json(403, { status: 'error', category: 'MISSING_SCOPES', message: 'One or more scopes are required.' }),
    ),
    'stages have no names': edited(/\/pipelines\//, (text) => text.replaceAll('"label"', '"title"')),
    'two stages have one id': edited(/\/pipelines\//, (text) => text.replaceAll('"id":"2"', '"id":"1"')),
  },
  'custom-object-detail': {
    'the schema has no such list': edited(/\/schemas\/2-/, (text) =>
      text.replaceAll('secondaryDisplayProperties', 'secondary'),
    ),
  },
  'search-rate': { 'searches are not limited': changed({ rateLimits: {} }) },
  'limit-policy': {
    'the policy is not named': (crm) => async (request) => {
      const response = await crm.fetch(request);
      return response.status === 429 ? json(429, { status: 'error', message: 'Too many' }) : response;
    },
  },
  'custom-object': {
    'custom objects are refused': instead(/\/2-\d+\/.*\/batch\/associate\/default$/, () =>
      refused('Not supported'),
    ),
  },
  'same-pair-at-once': {
    'a pair that was sent already is refused': (crm) => {
      const sent = new Set<string>();
      const once = instead(associate, (body) => {
        const pairs = JSON.stringify(body);
        const isAgain = sent.has(pairs);
        sent.add(pairs);
        return isAgain ? refused('It exists already') : undefined;
      });
      return once(crm);
    },
    'it is named among the errors': (crm) => {
      let batches = 0;
      const late = instead(associate, () =>
        batches++ > 0 ? json(207, { ...complete, results: [], errors: [{ message: 'No' }] }) : undefined,
      );
      return late(crm);
    },
  },
  'repeated-pair': {
    'a repeat refuses the batch': instead(associate, (body) => {
      const pairs = inputsOf(body).map(({ from, to }) => `${from.id} ${to.id}`);
      return new Set(pairs).size < pairs.length ? refused('Duplicate IDs found in batch input') : undefined;
    }),
  },
  'undefined-pair': {
    'it is answered as if it were done': instead(/\/2-\d+\/0-5\//, () =>
      json(200, { ...complete, results: [] }),
    ),
  },
  'no-primary': {
    'the first company becomes primary': edited(readLinks, (text) =>
      text.replaceAll('"label":null', '"label":"Primary"'),
    ),
  },
  'labels-union': {
    'a pair has one label at most': instead(create, (body, crm, request) => {
      const inputs = inputsOf<{ types: object[] }>(body).map((input) => ({ ...input, types: input.types.slice(-1) })); // prettier-ignore
      return crm.fetch(post(request.url, { inputs }));
    }),
  },
  'labels-at-once': {
    'the first read shows the pair without it': (crm) => {
      let reads = 0;
      const late = edited(readLinks, (text) =>
        reads++ === 0 ? text.replaceAll(/,?\{[^{}]*"label":"[^"]*"[^{}]*\}/g, '') : text,
      );
      return late(crm);
    },
    'no read shows it': edited(readLinks, (text) => text.replaceAll(/"label":"[^"]*"/g, '"label":null')),
  },
  'labels-replaced': { 'a write takes no label away': changed({ labelRules: { replaced: 'none' } }) },
  'label-answer': {
    'the answer names no label': edited(create, (text) =>
      text.replaceAll(/"labels":\[[^\]]*\]/g, '"labels":[]'),
    ),
  },
  'primary-moves': {
    'a second Primary is refused': changed({ labelRules: { secondPrimary: 'is-refused' } }),
  },
  'no-primary-labelled': {
    'the first company becomes primary': changed({ labelRules: { firstCompany: 'becomes-primary' } }),
  },
  'labels-listed': {
    'a new label is listed later': edited(/\/0-1\/0-2\/labels$/, (text, asked) =>
      asked ? text : text.replaceAll(/,?\{[^{}]*"label":"BA probe[^{}]*\}/g, ''),
    ),
    'it has no text in the other direction': edited(/\/0-2\/0-1\/labels$/, (text) =>
      text.replaceAll(/"label":"BA probe[^"]*"/g, '"label":null'),
    ),
  },
  'primary-types': {
    'deals have another': edited(/\/0-3\/0-2\/labels$/, (text) =>
      text.replaceAll('"typeId":5,', '"typeId":7,'),
    ),
    'one of them is another label': edited(/\/0-2\/0-5\/labels$/, (text) =>
      text.replaceAll('Primary', 'Payer'),
    ),
  },
  'label-limit-listed': {
    'limits of labels are not listed': edited(/\/configurations\/0-1\/0-2$/, (text) =>
      text.replaceAll('userEnforcedMaxToObjectIds', 'most'),
    ),
  },
  'label-removed': {
    'the link goes with the label': instead(archiveLabels, (body, crm, request) => {
      const inputs = inputsOf(body).map(({ from, to }) => ({ from, to: [to] }));
      return crm.fetch(post(request.url.replace('labels/archive', 'archive'), { inputs }));
    }),
    'the label stays': instead(archiveLabels, () => new Response(null, { status: 204 })),
  },
  'archive-unlinked': {
    'a pair that is not linked is refused': changed({ labelRules: { unlinkedPairs: 'are-refused' } }),
  },
  'label-directions': {
    'each direction has a name of its own': edited(/\/schemas\/0-2$/, (text) => text.replaceAll('"name":"ba_', '"name":"back_')), // prettier-ignore
  },
  'label-limit': {
    'the whole batch is refused': changed({ partialFailure: '400-whole-batch' }),
    'the limit is not kept': instead(/\/batch\/create$/, (_, __, request) =>
      request.url.includes('/configurations/') ? json(201, { ...complete, results: [] }) : undefined,
    ),
  },
  'missing-records': {
    'they are left out without a word': without(/\/objects\/.*\/batch\/read$/, 'errors', 'numErrors'),
  },
  'search-after-write': {
    'a new record is never found': instead(search, () => json(200, { total: 0, results: [] })),
  },
  'dated-path': {
    'there is no such path': instead(/\/2026-09\//, () => json(404, { message: 'resource not found' })),
    'the body is another': edited(/\/2026-09\//, (text) =>
      JSON.stringify({ data: JSON.parse(text) as unknown }),
    ),
  },
  'segment-pages': {
    'sizes are not told': edited(/\/lists\/search$/, (text) => text.replaceAll('hs_list_size', 'size')),
    'the second page is the first': (crm) => (request) =>
      crm.fetch(
        /memberships/.test(request.url)
          ? new Request(request.url.replace(/&after=.*/, ''), request)
          : request,
      ),
  },
  'custom-object-limits': {
    'no limits are stated': edited(/\/schemas\/2-/, (text) => text.replaceAll('maxToObjectIds', 'max')),
  },
  'operators-by-type': {
    'an operator is refused': instead(search, (body) =>
      JSON.stringify(body).includes('NOT_CONTAINS_TOKEN') ? refused('No') : undefined,
    ),
  },
  'email-domain': { 'it cannot be searched by': nothingFoundBy('hs_email_domain') },
  'primary-company-id': {
    'it cannot be searched by': nothingFoundBy('associatedcompanyid'),
    'it is always empty': nothingFoundBy('"associatedcompanyid","operator":"EQ"'),
    'NEQ finds every contact': (crm) => async (request) => {
      const text = await request.clone().text();
      return crm.fetch(
        text.includes('"NEQ"')
          ? post(request.url, JSON.parse(text.replace('"NEQ"', '"EQ"')) as object)
          : request,
      );
    },
    'a contact without companies has one': nothingFoundBy('"NOT_HAS_PROPERTY"'),
  },
  'contact-count': {
    'it is not counted': edited(/\/objects\/0-2\/batch\/read$/, (text) =>
      text.replaceAll('num_associated_contacts', 'num_contacts'),
    ),
  },
  'association-search': {
    'companies cannot be searched so': nothingFoundBy('associations.contact'),
    'contacts cannot be searched so': nothingFoundBy('associations.company'),
    'tickets cannot be searched so': nothingFoundBy('associations.deal'),
    'deals cannot be searched so': nothingFoundBy('associations.ticket'),
  },
  'association-filter': {
    'there is no such filter': refusedAt('associations.company'),
    'it always passes': (crm) => async (request) => {
      const text = await request.clone().text();
      if (!text.includes('associations.company')) return crm.fetch(request);
      const filter = /,\{"propertyName":"associations.company"[^}]*\}/;
      return crm.fetch(post(request.url, JSON.parse(text.replace(filter, '')) as object));
    },
  },
  'properties-languages': {
    'Portuguese has another tag': (crm) => (request) =>
      crm.fetch(new Request(request.url.replace('locale=pt-br', 'locale=en'), request)),
  },
  'properties-locale': {
    'labels are English': (crm) => (request) =>
      crm.fetch(new Request(request.url.replace('locale=ja', ''), request)),
    'groups are English': (crm) => (request) =>
      crm.fetch(new Request(request.url.replace('groups?locale=ja', 'groups'), request)),
    'a property has no label': edited(/\/properties\//, (text) => text.replaceAll('"label"', '"title"')),
  },
  'filter-limits': {
    'more are allowed': instead(search, (body) =>
      (body['filterGroups'] as object[]).length === 6 ? json(200, { total: 0, results: [] }) : undefined,
    ),
    'fewer are allowed': instead(search, (body) =>
      (body['filterGroups'] as object[]).length === 5 ? refused('No') : undefined,
    ),
  },
  'search-body': {
    'a longer body is taken': instead(search, (body) =>
      JSON.stringify(body).length > 3_000 ? json(200, { total: 0, results: [] }) : undefined,
    ),
    'a shorter one is refused': instead(search, (body) =>
      JSON.stringify(body).length > 2_000 ? refused('No') : undefined,
    ),
  },
  'filter-without-value': { 'a record without a value is not found': nothingFoundBy('"city"') },
  'filter-multiple-choice': { 'all chosen options have to be named': nothingFoundBy('hs_buying_role') },
  'filter-enumeration-case': {
    'case does not count': (crm) => async (request) => {
      const text = await request.clone().text();
      if (!search.test(new URL(request.url).pathname)) return crm.fetch(request);
      return crm.fetch(
        post(request.url, JSON.parse(text.replaceAll('"in_progress"', '"IN_PROGRESS"')) as object),
      );
    },
  },
  'filter-removed-option': { 'it is refused': refusedAt('AN_OPTION_THAT_IS_NOT_THERE') },
  'filter-tokens': { 'a star is a letter': nothingFoundBy('berl*') },
  'filter-dates': { 'milliseconds are refused': refusedAt('"closedate"') },
  'filter-unknown-property': {
    'it matches nothing': nothingFoundBy('no_such_property'),
    'the refusal does not name it': instead(search, () => refused('There was a problem with the request.')),
  },
  'filter-wrong-value': { 'it matches nothing': nothingFoundBy('"many"') },
  'filter-custom-association': { 'it is taken': nothingFoundBy('associations.2-') },
  'note-on-record': {
    'it needs another scope': instead(/\/objects\/notes$/, () => refused('No')),
    'deals have none': instead(/\/objects\/notes$/, (body) =>
      JSON.stringify(body).includes(':214') ? refused('No') : undefined,
    ),
    'its association is not shown': instead(/\/0-5\/notes\/batch\/read$/, () => json(200, { results: [] })),
  },
  'note-at-once': {
    'the first read does not show it': (crm) => {
      let reads = 0;
      const late = instead(/\/0-2\/notes\/batch\/read$/, () =>
        reads++ === 0 ? json(200, { ...complete, results: [] }) : undefined,
      );
      return late(crm);
    },
  },
  'note-body': {
    'elements are taken out': edited(/\/objects\/notes\/batch\/read$/, (text) =>
      text.replaceAll('<strong>', ''),
    ),
  },
  'note-limit': {
    'fewer characters are allowed': instead(/\/objects\/notes$/, () => refused('Too long')),
    'more characters are allowed': instead(/\/objects\/notes$/, (body) =>
      JSON.stringify(body).length > 65_000 ? json(201, { id: '1' }) : undefined,
    ),
  },
  'outcomes-are-true': {
    'HubSpot names pairs in results that it does not link': instead(associate, (body) =>
      inputsOf(body).length > 2
        ? json(200, {
            ...complete,
            results: inputsOf(body).map((pair) => ({ ...pair, associationSpec: {} })),
          })
        : undefined,
    ),
  },
};
