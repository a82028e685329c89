import type { Environment, HubSpotResponse } from '@bulk-associate/engine';

/** What happens to one request on its way. */
export type NetworkFault = 'none' | 'lost-before' | 'lost-after' | 'bad-gateway-after';

interface Row {
  from: { id: string };
  to: { id: string };
  types: { associationCategory: string; associationTypeId: number }[];
}

/** Labels from companies to contacts and in the other direction, by `labelKey`, with their names. */
const labelPairs = [
  { key: 'HUBSPOT_DEFINED 2', back: 'HUBSPOT_DEFINED 1', name: 'Primary' },
  { key: 'USER_DEFINED 28', back: 'USER_DEFINED 29', name: 'Decision maker' },
  { key: 'USER_DEFINED 30', back: 'USER_DEFINED 31', name: 'Billing contact' },
];
const primary = 'HUBSPOT_DEFINED 2';

/**
 * The associations of companies and contacts, and HubSpot's endpoints on them as its guide describes them, independent of
 * the embedded CRM: a write replaces the labels of a pair, a contact has one Primary company, and the first one becomes it.
 */
export class AssociationStore {
  /** `company contact` -> the labels from the company to the contact. */
  readonly pairs = new Map<string, Set<string>>();
  faults: NetworkFault[] = [];

  readonly send: Environment['send'] = ({ path, body }) => {
    const fault = this.faults.shift() ?? 'none';
    if (fault === 'lost-before') return Promise.reject(new Error('The connection was closed.'));
    const answer = this.answer(path, body as { inputs: never[] } | undefined);
    if (fault === 'lost-after') return Promise.reject(new Error('The connection was closed.'));
    return Promise.resolve(fault === 'bad-gateway-after' ? response(502, '<html>') : answer);
  };

  /** Every pair with its labels. */
  snapshot(): Map<string, string[]> {
    return new Map([...this.pairs].map(([pair, labels]) => [pair, [...labels].sort()]));
  }

  /** Associates a pair, beside the labels that it has. */
  give(company: string, contact: string, ...labels: string[]): void {
    this.write(company, contact, new Set([...(this.pairs.get(`${company} ${contact}`) ?? []), ...labels]));
  }

  private companiesOf(contact: string): Set<string>[] {
    return [...this.pairs].flatMap(([pair, labels]) => (pair.endsWith(` ${contact}`) ? [labels] : []));
  }

  private write(company: string, contact: string, labels: Set<string>): void {
    const isFirst = this.companiesOf(contact).length === 0;
    if (labels.has(primary)) for (const others of this.companiesOf(contact)) others.delete(primary);
    this.pairs.set(`${company} ${contact}`, isFirst ? labels.add(primary) : labels);
  }

  private answer(path: string, body: { inputs: never[] } | undefined): HubSpotResponse {
    const [, from, action] = /\/associations\/(0-\d)\/0-\d\/(.+)$/.exec(path) ?? [];
    const isForward = from === '0-2';
    const inputs = body?.inputs ?? [];
    switch (action) {
      case 'labels':
        return response(200, { results: [unlabelled, ...labelPairs.map((each) => typeOf(isForward ? each.key : each.back, each.name))] }); // prettier-ignore
      case 'batch/read':
        return response(200, { status: 'COMPLETE', results: this.read(isForward, inputs) });
      case 'batch/create':
        return response(201, { status: 'COMPLETE', results: inputs.map((row) => this.create(row)) });
      case 'batch/associate/default':
        for (const { from: company, to: contact } of inputs as Row[]) this.give(company.id, contact.id);
        return response(200, { status: 'COMPLETE', results: (inputs as Row[]).map((row) => ({ from: row.from, to: row.to })) }); // prettier-ignore
      case 'batch/archive':
        for (const { from: company, to: contacts } of inputs as { from: Row['from']; to: Row['to'][] }[])
          for (const { id } of contacts) this.pairs.delete(`${company.id} ${id}`);
        return response(204, '');
      case 'batch/labels/archive':
        for (const { from: company, to: contact, types } of inputs as Row[])
          for (const type of types) this.pairs.get(`${company.id} ${contact.id}`)?.delete(`${type.associationCategory} ${type.associationTypeId}`); // prettier-ignore
        return response(204, '');
    }
    if (!path.includes('/schemas/')) return response(path.includes('configurations') ? 200 : 404, { results: [] });
    const associations = labelPairs.flatMap(({ key, back, name }) => [
      { id: key.split(' ')[1], name, fromObjectTypeId: '0-2', toObjectTypeId: '0-1' },
      { id: back.split(' ')[1], name, fromObjectTypeId: '0-1', toObjectTypeId: '0-2' },
    ]);
    return response(200, { associations });
  } // prettier-ignore

  private read(isForward: boolean, inputs: readonly { id: string }[]): object[] {
    return inputs.flatMap(({ id }) => {
      const to = [...this.pairs].flatMap(([pair, labels]) => {
        const [company = '', contact = ''] = pair.split(' ');
        const [own, other] = isForward ? [company, contact] : [contact, company];
        if (own !== id) return [];
        const given = labelPairs.filter(({ key }) => labels.has(key));
        const types = given.map((each) => typeOf(isForward ? each.key : each.back, each.name));
        return [{ toObjectId: Number(other), associationTypes: [unlabelled, ...types] }];
      });
      return to.length > 0 ? [{ from: { id }, to }] : [];
    });
  }

  private create({ from, to, types }: Row): object {
    this.write(from.id, to.id, new Set(types.map((type) => `${type.associationCategory} ${type.associationTypeId}`))); // prettier-ignore
    const labels = this.pairs.get(`${from.id} ${to.id}`);
    return {
      fromObjectTypeId: '0-2',
      fromObjectId: Number(from.id),
      toObjectTypeId: '0-1',
      toObjectId: Number(to.id),
      labels: labelPairs.filter(({ key }) => labels?.has(key)).map(({ name }) => name),
    };
  }
}

const unlabelled = { category: 'HUBSPOT_DEFINED', typeId: 280, label: null };

function typeOf(key: string, label: string): object {
  const [category, typeId] = key.split(' ');
  return { category, typeId: Number(typeId), label };
}

function response(status: number, body: object | string): HubSpotResponse {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, headers: { get: () => null }, text: () => Promise.resolve(text) };
}
