import { idOf, pathsOf, jsonObjectsIn, type Environment } from '@bulk-associate/engine';
import { isDone, linksIn, refusalIn, replyOf, type Reply } from './reply';

/** The kinds of things that the probe makes. */
export type Made =
  'contacts' | 'companies' | 'deals' | 'tickets' | 'custom records' | 'labels' | 'limits' | 'notes';

/** The access to an account: HubSpot's, or the embedded CRM. The only switch between the two. */
export interface Access {
  /** Without a slash at its end. */
  baseUrl: string;
  token: string;
  /** Rejects if no answer arrives. */
  fetch(request: Request): Promise<Response>;
}

/** The clock, passed in so that tests of the probe run in virtual time. */
export type Clock = Pick<Environment, 'now' | 'sleep'>;

/** The methods of the probe's requests. */
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** The account refused to make what a case needs. */
export class NotSetUp extends Error {}

/** The probe was interrupted. */
export class Interrupted extends Error {}

/** The request that removes something again. */
export interface Undo {
  /** What is left in the account if this fails. */
  what: string;
  method: Method;
  path: string;
  body?: object;
}

interface Kind {
  objectType: string;
  properties(name: string): Record<string, string>;
}

/**
 * No email and no domain: HubSpot may make companies of them by itself, and link them. The stages are the first ones of the
 * pipelines that HubSpot makes in every account.
 */
const kinds: Record<'contacts' | 'companies' | 'deals' | 'tickets', Kind> = {
  contacts: { objectType: '0-1', properties: (name) => ({ firstname: 'Probe', lastname: name }) },
  companies: { objectType: '0-2', properties: (name) => ({ name }) },
  deals: { objectType: '0-3', properties: (name) => ({ dealname: name, dealstage: 'appointmentscheduled' }) },
  tickets: { objectType: '0-5', properties: (name) => ({ subject: name, hs_pipeline_stage: '1' }) },
};

const recordsPerBatch = 100;
const pairsPerBatch = 100;
const mostTries = 6;
const timeOutMs = 60_000;

/** The account under test, and the list of everything that was made in it, so that all of it can be removed. */
export class Account {
  readonly paths = pathsOf.v4;
  /** The number of each kind that was made. */
  readonly made: Partial<Record<Made, number>> = {};
  private readonly undos: Undo[] = [];
  private readonly shared = new Map<string, Promise<unknown>>();
  private stopped = false;
  private named = 0;

  constructor(
    private readonly access: Access,
    readonly clock: Clock,
    /** Part of the name of everything that is made, so that a person can find it. */
    readonly tag: string,
  ) {}

  /** Sends a request, and retries it at 423, 429 and 5xx. */
  async call(method: Method, path: string, body?: object): Promise<Reply> {
    for (let tries = 1; ; tries++) {
      const reply = await this.callOnce(method, path, body);
      if (![423, 429].includes(reply.status) && reply.status < 500) return reply;
      if (reply.status === 501 || tries === mostTries || reply.text.includes('DAILY')) return reply;
      await this.clock.sleep(reply.text.includes('TEN_SECONDLY') ? 10_000 : 1_000 * tries);
    }
  }

  /** Sends a request once, for a case that looks at the refusal. */
  async callOnce(method: Method, path: string, body?: object): Promise<Reply> {
    if (this.stopped) throw new Interrupted('The probe was stopped.');
    return this.send(method, path, body);
  }

  /** After this, only the requests of the clean-up are sent. */
  interrupt(): void {
    this.stopped = true;
  }

  get isInterrupted(): boolean {
    return this.stopped;
  }

  /** Makes what several cases share once. */
  once<T>(name: string, make: () => Promise<T>): Promise<T> {
    const made = (this.shared.get(name) as Promise<T> | undefined) ?? make();
    this.shared.set(name, made);
    return made;
  }

  /** Makes contacts for this run; rejects with `NotSetUp` if fewer were made. The next three methods likewise. */
  async contacts(count: number): Promise<string[]> {
    return this.createKind('contacts', count);
  }

  async companies(count: number): Promise<string[]> {
    return this.createKind('companies', count);
  }

  async deals(count: number): Promise<string[]> {
    return this.createKind('deals', count);
  }

  async tickets(count: number): Promise<string[]> {
    return this.createKind('tickets', count);
  }

  /** Makes records of any type, in one batch of at most a hundred. */
  async create(made: Made, objectType: string, properties: Record<string, string>[]): Promise<string[]> {
    const path = `/crm/v3/objects/${objectType}/batch`;
    const inputs = properties.map((one) => ({ properties: one, associations: [] }));
    const reply = await this.call('POST', `${path}/create`, { inputs });
    const ids = jsonObjectsIn(reply.body['results']).map(({ id }) => idOf(id) ?? '');
    if (ids.length > 0) {
      this.count(made, ids.length);
      const body = { inputs: ids.map((id) => ({ id })) };
      this.onCleanUp({ what: `${made} ${ids.join(', ')}`, method: 'POST', path: `${path}/archive`, body });
    }
    if (ids.length < properties.length) throw new NotSetUp(`making ${made}: ${refusalIn(reply)}`);
    return ids;
  }

  /** A name that is unique in the account. */
  newName(): string {
    return `${this.tag} ${++this.named}`;
  }

  /** Archives a record before the clean-up, for a case about a deleted record. */
  async archive(objectType: string, id: string): Promise<void> {
    const reply = await this.call('DELETE', `/crm/v3/objects/${objectType}/${id}`);
    if (!isDone(reply)) throw new NotSetUp(`archiving a record: ${refusalIn(reply)}`);
  }

  /** Calls batch/associate/default once. */
  associate(from: string, to: string, inputs: Pair[]): Promise<Reply> {
    return this.callOnce('POST', this.paths.associateDefault(from, to), { inputs });
  }

  /** Links pairs for a case about something else, a hundred at once: HubSpot may take no more. */
  async link(from: string, to: string, pairs: Pair[]): Promise<void> {
    for (let at = 0; at < pairs.length; at += pairsPerBatch) {
      const inputs = pairs.slice(at, at + pairsPerBatch);
      const reply = await this.call('POST', this.paths.associateDefault(from, to), { inputs });
      if (!isDone(reply)) throw new NotSetUp(`linking records: ${refusalIn(reply)}`);
    }
  }

  /** The answer of batch/read for these records; `linksIn` parses it. */
  readLinks(from: string, to: string, ids: string[]): Promise<Reply> {
    return this.call('POST', this.paths.readAssociations(from, to), { inputs: ids.map((id) => ({ id })) });
  }

  /** The labels of one pair; undefined if it is not linked. */
  async labelsOf(from: string, to: string, pair: Pair): Promise<(string | null)[] | undefined> {
    const reply = await this.readLinks(from, to, [pair.from.id]);
    return linksIn(reply).get(pair.from.id)?.get(pair.to.id);
  }

  /** Gives a pair a custom label, beside the unlabelled link. */
  async giveLabel(from: string, to: string, pair: Pair): Promise<Reply> {
    return this.writeLabels(from, to, [{ ...pair, types: [await this.ownLabel(from, to)] }]);
  }

  /** Calls batch/create. */
  writeLabels(from: string, to: string, inputs: (Pair & { types: LabelType[] })[]): Promise<Reply> {
    const body = {
      inputs: inputs.map(({ types, ...pair }) => ({
        ...pair,
        types: types.map(({ associationCategory, associationTypeId }) => ({ associationCategory, associationTypeId })),
      })),
    }; // prettier-ignore
    return this.call('POST', this.paths.createAssociations(from, to), body);
  }

  /** The probe's own label from one type to another. */
  ownLabel(from: string, to: string): Promise<OwnLabel> {
    return this.once(`label ${from} ${to}`, () => this.label(from, to));
  }

  private async label(from: string, to: string): Promise<OwnLabel> {
    const path = this.paths.labels(from, to);
    const name = this.tag.toLowerCase().replace(/\W+/g, '_');
    const reply = await this.call('POST', path, { label: this.tag, name });
    const [first, back] = jsonObjectsIn(reply.body['results']);
    if (!isDone(reply) || !first) throw new NotSetUp(`making a label: ${refusalIn(reply)}`);
    const typeId = Number(first['typeId']);
    this.count('labels', 1);
    this.onCleanUp({ what: `the label "${this.tag}"`, method: 'DELETE', path: `${path}/${typeId}` });
    return {
      associationCategory: String(first['category']),
      associationTypeId: typeId,
      backTypeId: Number(back?.['typeId'] ?? typeId),
    };
  }

  /** Allows one record one partner with the probe's own label; returns HubSpot's refusal, if any. */
  async limitOwnLabel(from: string, to: string): Promise<string | undefined> {
    return this.once(`label limit ${from} ${to}`, async () => this.limitLabel(from, to, await this.ownLabel(from, to), 1)); // prettier-ignore
  }

  private async limitLabel(
    from: string,
    to: string,
    label: LabelType,
    most: number,
  ): Promise<string | undefined> {
    const path = this.paths.associationLimits(from, to);
    const type = { category: label.associationCategory, typeId: label.associationTypeId };
    const inputs = [{ ...type, maxToObjectIds: most }];
    const reply = await this.call('POST', `${path}/batch/create`, { inputs });
    if (!isDone(reply)) return refusalIn(reply);
    this.count('limits', 1);
    this.onCleanUp({ what: `the limit of the label "${this.tag}"`, method: 'POST', path: `${path}/batch/purge`, body: { inputs: [type] } }); // prettier-ignore
    return undefined;
  }

  /** Registers a removal. The last one registered runs first. */
  onCleanUp(undo: Undo): void {
    this.undos.push(undo);
  }

  /** Counts what was made, for the report. */
  count(made: Made, count: number): void {
    this.made[made] = (this.made[made] ?? 0) + count;
  }

  /** What would be left if the process ended here. */
  remaining(): string[] {
    return this.undos.map(({ what }) => what);
  }

  /** Removes all that was made, even after a failure in between. Returns what is left. */
  async cleanUp(): Promise<string[]> {
    const left: string[] = [];
    for (let undo = this.undos.at(-1); undo; undo = this.undos.at(-1)) {
      if (!(await this.isUndone(undo))) left.push(undo.what);
      this.undos.pop();
    }
    return left;
  }

  private async isUndone({ method, path, body }: Undo): Promise<boolean> {
    for (let tries = 1; tries <= mostTries; tries++) {
      const reply = await this.send(method, path, body).catch(() => undefined);
      if (reply && (isDone(reply) || reply.status === 404)) return true;
      await this.clock.sleep(1_000 * tries);
    }
    return false;
  }

  private async createKind(made: keyof typeof kinds, count: number): Promise<string[]> {
    const { objectType, properties } = kinds[made];
    const ids: string[] = [];
    while (ids.length < count) {
      const names = Array.from({ length: Math.min(recordsPerBatch, count - ids.length) }, () =>
        this.newName(),
      );
      ids.push(...(await this.create(made, objectType, names.map(properties))));
    }
    return ids;
  }

  private async send(method: Method, path: string, body?: object): Promise<Reply> {
    const startedAt = this.clock.now();
    const request = new Request(`${this.access.baseUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.access.token}`, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(timeOutMs),
      ...(body && { body: JSON.stringify(body) }),
    });
    const response = await this.access.fetch(request);
    return replyOf(response, Math.round(this.clock.now() - startedAt));
  }
}

/** An association type, as writes of labels name it. */
export interface LabelType {
  associationCategory: string;
  associationTypeId: number;
}

/** A label that the probe has made, with its id in the other direction. */
export interface OwnLabel extends LabelType {
  backTypeId: number;
}

/** Two records, in the form of the batch endpoints. */
export interface Pair {
  from: { id: string };
  to: { id: string };
}

/** Pairs of one record with several others. */
export function pairsOf(from: string, tos: string[]): Pair[] {
  return tos.map((id) => ({ from: { id: from }, to: { id } }));
}

/** One pair. A missing id, of a record that was not made, becomes empty, which every account refuses. */
export function pairOf(from: string | undefined, to: string | undefined): Pair {
  return { from: { id: from ?? '' }, to: { id: to ?? '' } };
}
