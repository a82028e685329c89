import { sendRequest } from './send-request';
import { chunksOf } from './chunks';
import type { Pairs } from './pairs';
import type { Run } from './run';
import { errorOf } from './hubspot-error';
import { idOf, isJsonObject, type JsonObject, jsonObjectsIn, textOf } from './json';

/**
 * What a read shows of a pair: linked at all, and with a label beside the plain link; `unknown` where no read could
 * tell.
 */
export type LinkState = 'linked' | 'labelled' | 'not_linked' | 'unknown';

/** Whether a link is there, with a label or without. */
export function isLinked(state: LinkState | undefined): boolean {
  return state === 'linked' || state === 'labelled';
}

/** HubSpot takes so many records in one batch/read (changelog of 10 February 2025). */
const recordsPerRead = 1000;

type Side = 'from' | 'to';

/** Reads whether the inputs are linked. Returns a state for each. */
export function readLinks(run: Run, pairs: Pairs, indexes: number[]): Promise<Map<number, LinkState>> {
  return new LinkReading(run, pairs).read(indexes);
}

function other(side: Side): Side {
  return side === 'from' ? 'to' : 'from';
}

/** Reading the links of one set of pairs, from either side. */
export class LinkReading {
  private readonly settled = new Map<number, LinkState>();
  /** Record -> where its next page begins. */
  private readonly further: Record<Side, Map<string, string>> = { from: new Map(), to: new Map() };
  private readonly counts: Record<Side, Map<string, number>> = { from: new Map(), to: new Map() };

  constructor(
    private readonly run: Run,
    private readonly pairs: Pairs,
  ) {}

  async read(indexes: number[]): Promise<Map<number, LinkState>> {
    const first = this.sideWithFewerLinks(indexes);
    await this.readFirstPages(first, indexes);
    // A record with more links than fit a page is not paged through while the other side may tell in one call.
    await this.readFirstPages(other(first), this.unsettled(indexes));
    await this.readFurtherPages(this.unsettled(indexes));
    return new Map(indexes.map((index) => [index, this.settled.get(index) ?? 'unknown']));
  }

  /** Reads the first page of these records, if it was not read yet. */
  async count(side: Side, ids: string[]): Promise<void> {
    const unread = ids.filter((id) => !this.counts[side].has(id)).map((id) => ({ id }));
    for (const inputs of chunksOf(unread, recordsPerRead)) await this.request(side, inputs, []);
  }

  /** How many links a record has, at least; `all` if no page is left. Undefined if it was not read. */
  linksOf(side: Side, id: string): { count: number; all: boolean } | undefined {
    const count = this.counts[side].get(id);
    return count === undefined ? undefined : { count, all: !this.further[side].has(id) };
  }

  /**
   * One record with a thousand partners has at least a thousand links, its partners perhaps one each: the side with
   * more records is the one with fewer links a record. Where both have as many, the `to` side: the `from` record is
   * the one on the screen, which collects links.
   */
  private sideWithFewerLinks(indexes: number[]): Side {
    const count = (side: Side) => new Set(indexes.map((index) => this.idOn(side, index))).size;
    return count('from') > count('to') ? 'from' : 'to';
  }

  private unsettled(indexes: number[]): number[] {
    return indexes.filter((index) => !this.settled.has(index));
  }

  private async readFirstPages(side: Side, indexes: number[]): Promise<void> {
    const ids = [...new Set(indexes.map((index) => this.idOn(side, index)))];
    for (const chunk of chunksOf(ids, recordsPerRead)) {
      await this.request(
        side,
        chunk.map((id) => ({ id })),
        indexes,
      );
    }
  }

  /** Pages on where both sides had more than a page, until every pair is found or the pages end. */
  private async readFurtherPages(indexes: number[]): Promise<void> {
    const side: Side = this.further.from.size <= this.further.to.size ? 'from' : 'to';
    for (let open = indexes; open.length > 0; open = this.unsettled(open)) {
      const ids = [...new Set(open.map((index) => this.idOn(side, index)))];
      const inputs = ids.flatMap((id) => {
        const after = this.further[side].get(id);
        return after === undefined ? [] : [{ id, after }];
      });
      if (inputs.length === 0 || !this.run.isOpen('read')) return;
      for (const { id } of inputs) this.further[side].delete(id);
      await this.request(side, inputs.slice(0, recordsPerRead), open);
    }
  }

  private async request(
    side: Side,
    inputs: { id: string; after?: string }[],
    indexes: number[],
  ): Promise<void> {
    const { fromObjectType, toObjectType } = this.pairs.parameters;
    const types =
      side === 'from' ? ([fromObjectType, toObjectType] as const) : ([toObjectType, fromObjectType] as const);
    const path = this.run.hubspot.paths.readAssociations(...types);
    const reply = await sendRequest(this.run, { method: 'POST', path, body: { inputs }, purpose: 'read' });
    if (reply.kind !== 'answered') return;
    this.take(side, new Set(inputs.map(({ id }) => id)), indexes, reply.body);
  }

  private take(side: Side, asked: Set<string>, indexes: number[], body: JsonObject): void {
    const links = linksByRecord(body);
    const unreadable = recordsInError(body, asked);
    for (const id of asked) if (!unreadable.has(id)) this.countLinks(side, id, links.get(id));
    for (const index of indexes) {
      const id = this.idOn(side, index);
      if (!asked.has(id) || this.settled.has(index)) continue;
      const record = links.get(id);
      const state = record?.states.get(this.idOn(other(side), index));
      if (state) this.settled.set(index, state);
      else if (record?.after === undefined && !unreadable.has(id)) this.settled.set(index, 'not_linked');
    }
  }

  private countLinks(side: Side, id: string, record: RecordLinks | undefined): void {
    this.counts[side].set(id, (this.counts[side].get(id) ?? 0) + (record?.states.size ?? 0));
    if (record?.after !== undefined) this.further[side].set(id, record.after);
  }

  private idOn(side: Side, index: number): string {
    return side === 'from' ? this.pairs.fromId(index) : this.pairs.toId(index);
  }
}

interface RecordLinks {
  /** Partner -> state. */
  states: Map<string, 'linked' | 'labelled'>;
  after?: string;
}

function linksByRecord(body: JsonObject): Map<string, RecordLinks> {
  const links = new Map<string, RecordLinks>();
  for (const { from, to, paging } of jsonObjectsIn(body['results'])) {
    const id = isJsonObject(from) ? idOf(from['id']) : undefined;
    if (id === undefined) continue;
    const record: RecordLinks = links.get(id) ?? { states: new Map() };
    for (const partner of jsonObjectsIn(to)) {
      const partnerId = idOf(partner['toObjectId']);
      if (partnerId !== undefined) record.states.set(partnerId, hasLabel(partner) ? 'labelled' : 'linked');
    }
    const next =
      isJsonObject(paging) && isJsonObject(paging['next']) ? idOf(paging['next']['after']) : undefined;
    if (next !== undefined) record.after = next;
    links.set(id, record);
  }
  return links;
}

/** The plain link has the label null and stands beside every labelled one (HubSpot's associations guide). */
function hasLabel(partner: JsonObject): boolean {
  return jsonObjectsIn(partner['associationTypes']).some((type) => textOf(type['label']) !== undefined);
}

/**
 * Records that the answer says it could not read. A record without links is named in an error too
 * (`NO_ASSOCIATIONS_FOUND`, within a normal 207): that is an answer, not a failure.
 */
function recordsInError(body: JsonObject, asked: Set<string>): Set<string> {
  const failures = jsonObjectsIn(body['errors'])
    .map(errorOf)
    .filter(({ subCategory = '' }) => !subCategory.includes('NO_ASSOCIATIONS_FOUND'));
  const named = failures.map(
    ({ context }) =>
    Object.values(context).flat().filter((id) => asked.has(id)), // prettier-ignore
  );
  // A failure that names nobody may concern anybody.
  return named.some((ids) => ids.length === 0) ? asked : new Set(named.flat());
}
