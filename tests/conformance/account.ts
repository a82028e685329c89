import { idOf, pathsOf, jsonObjectsIn, type Environment } from '@bulk-associate/engine';
import { isDone, linksIn, refusalIn, replyOf, type Reply } from './reply';

/** The kinds of things that the probe makes. */
export type Made = 'contacts' | 'companies' | 'deals' | 'custom records' | 'labels' | 'limits';

/** A way to an account: HubSpot's, or the embedded CRM. This is the one switch between the two. */
export interface Access {
  /** Without a slash at its end. */
  baseUrl: string;
  token: string;
  /** Rejects where no answer comes. */
  fetch(request: Request): Promise<Response>;
}

/** Time as the engine takes it, so that tests of the probe wait for nothing. */
export type Clock = Pick<Environment, 'now' | 'sleep'>;

/** What the probe's requests are. */
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** The account did not let a case make what it needs. */
export class NotSetUp extends Error {}

/** Somebody asked the probe to stop. */
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

/** No email and no domain: HubSpot may make companies of them by itself, and link them. */
const kinds: Record<'contacts' | 'companies' | 'deals', Kind> = {
  contacts: { objectType: '0-1', properties: (name) => ({ firstname: 'Probe', lastname: name }) },
  companies: { objectType: '0-2', properties: (name) => ({ name }) },
  deals: { objectType: '0-3', properties: (name) => ({ dealname: name, dealstage: 'appointmentscheduled' }) },
};

const recordsPerBatch = 100;
const mostTries = 6;
const timeOutMs = 60_000;

/** An account to be asked, and the list of everything that was made in it, so that all of it can be removed. */
export class Account {
  readonly paths = pathsOf.v4;
  /** How many of each were made. */
  readonly made: Partial<Record<Made, number>> = {};
  private readonly undos: Undo[] = [];
  private readonly shared = new Map<string, Promise<unknown>>();
  private stopped = false;
  private named = 0;

  constructor(
    private readonly access: Access,
    readonly clock: Clock,
    /** Stands in the name of all that is made, so that a person can find it. */
    readonly tag: string,
  ) {}

  /** Sends a request, again where the account asks to wait or has a fault of its own. */
  async call(method: Method, path: string, body?: object): Promise<Reply> {
    for (let tries = 1; ; tries++) {
      const reply = await this.callOnce(method, path, body);
      if (![423, 429].includes(reply.status) && reply.status < 500) return reply;
      if (reply.status === 501 || tries === mostTries || reply.text.includes('DAILY')) return reply;
      await this.clock.sleep(reply.text.includes('TEN_SECONDLY') ? 10_000 : 1_000 * tries);
    }
  }

  /** Sends a request a single time, for a case that wants to see how it is refused. */
  async callOnce(method: Method, path: string, body?: object): Promise<Reply> {
    if (this.stopped) throw new Interrupted('The probe was stopped.');
    return this.send(method, path, body);
  }

  /** No request after this, but those of the clean-up. */
  interrupt(): void {
    this.stopped = true;
  }

  get isInterrupted(): boolean {
    return this.stopped;
  }

  /** What several cases look at is made once. */
  once<T>(name: string, make: () => Promise<T>): Promise<T> {
    const made = (this.shared.get(name) as Promise<T> | undefined) ?? make();
    this.shared.set(name, made);
    return made;
  }

  /** Makes contacts of this run's own; rejects with `NotSetUp` if fewer came of it. Likewise the next two. */
  async contacts(count: number): Promise<string[]> {
    return this.createKind('contacts', count);
  }

  async companies(count: number): Promise<string[]> {
    return this.createKind('companies', count);
  }

  async deals(count: number): Promise<string[]> {
    return this.createKind('deals', count);
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

  /** A name that nothing else in the account has. */
  newName(): string {
    return `${this.tag} ${++this.named}`;
  }

  /** Archives a record before its time, so that its id is that of a record that is gone. */
  async archive(objectType: string, id: string): Promise<void> {
    const reply = await this.call('DELETE', `/crm/v3/objects/${objectType}/${id}`);
    if (!isDone(reply)) throw new NotSetUp(`archiving a record: ${refusalIn(reply)}`);
  }

  /** The endpoint that the product rests on, a single time. */
  associate(from: string, to: string, inputs: Pair[]): Promise<Reply> {
    return this.callOnce('POST', this.paths.associateDefault(from, to), { inputs });
  }

  /** Links for a case that is about something else. */
  async link(from: string, to: string, inputs: Pair[]): Promise<void> {
    const reply = await this.call('POST', this.paths.associateDefault(from, to), { inputs });
    if (!isDone(reply)) throw new NotSetUp(`linking records: ${refusalIn(reply)}`);
  }

  /** What batch/read shows of these records' links; `linksIn` reads it. */
  readLinks(from: string, to: string, ids: string[]): Promise<Reply> {
    return this.call('POST', this.paths.readAssociations(from, to), { inputs: ids.map((id) => ({ id })) });
  }

  /** The labels of one pair; undefined if it is not linked. */
  async labelsOf(from: string, to: string, pair: Pair): Promise<(string | null)[] | undefined> {
    const reply = await this.readLinks(from, to, [pair.from.id]);
    return linksIn(reply).get(pair.from.id)?.get(pair.to.id);
  }

  /** Gives a pair a label of the account's own, beside the plain link. */
  async giveLabel(from: string, to: string, pair: Pair): Promise<Reply> {
    const { category, typeId } = await this.once(`label ${from} ${to}`, () => this.label(from, to));
    const types = [{ associationCategory: category, associationTypeId: typeId }];
    const path = `/crm/v4/associations/${from}/${to}/batch/create`;
    return this.call('POST', path, { inputs: [{ ...pair, types }] });
  }

  private async label(from: string, to: string): Promise<{ category: string; typeId: number }> {
    const path = `/crm/v4/associations/${from}/${to}/labels`;
    const name = this.tag.toLowerCase().replace(/\W+/g, '_');
    const reply = await this.call('POST', path, { label: this.tag, name });
    const [first] = jsonObjectsIn(reply.body['results']);
    if (!isDone(reply) || !first) throw new NotSetUp(`making a label: ${refusalIn(reply)}`);
    const typeId = Number(first['typeId']);
    this.count('labels', 1);
    this.onCleanUp({ what: `the label "${this.tag}"`, method: 'DELETE', path: `${path}/${typeId}` });
    return { category: String(first['category']), typeId };
  }

  /** What was made last is removed first. */
  onCleanUp(undo: Undo): void {
    this.undos.push(undo);
  }

  /** Counts what was made towards what the report tells. */
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

/** Two records, as the batch endpoints take them. */
export interface Pair {
  from: { id: string };
  to: { id: string };
}

/** Pairs of one record with several. */
export function pairsOf(from: string, tos: string[]): Pair[] {
  return tos.map((id) => ({ from: { id: from }, to: { id } }));
}

/** One pair; an id that is missing, as that of a record that was not made, is empty, which no account takes. */
export function pairOf(from: string | undefined, to: string | undefined): Pair {
  return { from: { id: from ?? '' }, to: { id: to ?? '' } };
}
