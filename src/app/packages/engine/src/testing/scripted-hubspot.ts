import type { AssociationInput } from '@bulk-associate/contract';
import { apiVersion, type ApiVersion } from '../api-version';
import type { HubSpotRequest, HubSpotResponse } from '../environment';
import { createHubSpot, type HubSpot } from '../hubspot';
import { VirtualTime } from './virtual-time';

/** A request, as a script receives it. */
export interface Seen {
  path: string;
  kind: 'write' | 'read' | 'other';
  inputs: AssociationInput[];
  body: object;
  /** Milliseconds of virtual time. */
  at: number;
}

/** Returns the answer to one request, or undefined for the regular answer. */
export type Script = (request: Seen, hubspot: ScriptedHubSpot) => Answering | undefined;
type Answering = HubSpotResponse | Promise<HubSpotResponse>;

/**
 * A minimal stand-in of HubSpot in virtual time for tests of single answers: it links the pairs of each batch and answers
 * so, except where a test's script answers instead. (The embedded CRM in local/ imitates HubSpot in full.)
 */
export class ScriptedHubSpot {
  readonly time = new VirtualTime();
  readonly seen: Seen[] = [];
  /** Links as `from>to`. */
  readonly links = new Set<string>();
  /** Those links that have a label too. */
  readonly labels = new Set<string>();
  readonly hubspot: HubSpot;

  constructor(
    private readonly script: Script = () => undefined,
    version: ApiVersion = apiVersion,
  ) {
    const { now, sleep } = this.time;
    this.hubspot = createHubSpot(
      { send: (request) => this.send(request), now, sleep, random: () => 0.5 },
      version,
    );
  }

  /** Runs `work` in virtual time. */
  run<T>(work: (hubspot: HubSpot) => Promise<T>): Promise<T> {
    return this.time.run(() => work(this.hubspot));
  }

  of(kind: Seen['kind']): Seen[] {
    return this.seen.filter((request) => request.kind === kind);
  }

  /** Creates the links. */
  link(inputs: AssociationInput[]): void {
    for (const { from, to } of inputs) this.links.add(`${from.id}>${to.id}`);
  }

  /** The regular answer to a request. */
  answer({ kind, inputs }: Seen): HubSpotResponse {
    if (kind === 'write') {
      this.link(inputs);
      return json(200, { status: 'COMPLETE', results: inputs.flatMap(bothWays) });
    }
    return json(200, { status: 'COMPLETE', ...this.read(inputs as unknown as { id: string }[]) });
  }

  private async send(request: HubSpotRequest): Promise<HubSpotResponse> {
    const { body = {} } = request;
    const { inputs = [] } = body as { inputs?: AssociationInput[] };
    const kind = /\/batch\/read$/.test(request.path) && !/objects/.test(request.path) ? 'read' : 'other';
    const seen: Seen = {
      path: request.path,
      kind: request.path.endsWith('/batch/associate/default') ? 'write' : kind,
      inputs,
      body,
      at: this.time.now(),
    };
    this.seen.push(seen);
    return (await this.script(seen, this)) ?? this.answer(seen);
  }

  /** A batch/read answer, from either side: ids of partners as numbers, and an error for a record without links. */
  private read(inputs: { id: string }[]) {
    const partners = this.partnersById();
    const results = inputs
      .filter(({ id }) => partners.has(id))
      .map(({ id }) => ({
        from: { id },
        to: (partners.get(id) ?? []).map(({ link, partner }) => this.partnerBody(link, partner)),
      }));
    const errors = inputs
      .filter(({ id }) => !partners.has(id))
      .map(({ id }) => ({
        category: 'OBJECT_NOT_FOUND',
        subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
        message: `No company is associated with contact ${id}.`,
        context: { fromObjectId: [id] },
      }));
    return { results, ...(errors.length > 0 && { errors, numErrors: errors.length }) };
  }

  /** Built once per answer: a search through every link for each of a thousand inputs takes seconds. */
  private partnersById(): Map<string, { link: string; partner: string }[]> {
    const partners = new Map<string, { link: string; partner: string }[]>();
    const add = (id: string, entry: { link: string; partner: string }) => {
      const entries = partners.get(id);
      if (entries) entries.push(entry);
      else partners.set(id, [entry]);
    };
    for (const link of this.links) {
      const [from = '', to = ''] = link.split('>');
      add(from, { link, partner: to });
      add(to, { link, partner: from });
    }
    return partners;
  }

  private partnerBody(link: string, partner: string) {
    const plain = { category: 'HUBSPOT_DEFINED', typeId: 279, label: null };
    const label = { category: 'USER_DEFINED', typeId: 1, label: 'Buyer' };
    return {
      toObjectId: Number(partner),
      associationTypes: this.labels.has(link) ? [plain, label] : [plain],
    };
  }
}

function bothWays({ from, to }: AssociationInput) {
  const spec = (associationTypeId: number) => ({ associationCategory: 'HUBSPOT_DEFINED', associationTypeId });
  return [
    { from: to, to: from, associationSpec: spec(280) },
    { from, to, associationSpec: spec(279) },
  ];
}

/** An HTTP answer with a JSON body. */
export function json(status: number, body: object, headers: Record<string, string> = {}): HubSpotResponse {
  return text(status, JSON.stringify(body), headers);
}

/** An HTTP answer with any body. */
export function text(status: number, body: string, headers: Record<string, string> = {}): HubSpotResponse {
  return { status, headers: new Headers(headers), text: () => Promise.resolve(body) };
}

/** Rejects as `fetch` does when a connection is reset. */
export function reset(): Promise<never> {
  return Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } }));
}

/** Never answers. */
export function silence(): Promise<never> {
  return new Promise(() => undefined);
}
