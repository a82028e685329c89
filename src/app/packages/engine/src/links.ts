import type { NamedLabel } from '@bulk-associate/contract';
import type { Reply } from './send-request';
import { chunksOf } from './chunks';
import { Halving } from './halving';
import type { Pairs } from './pairs';
import type { Run } from './run';
import type { JsonObject } from './json';
import { linksByRecord, recordsInError, type RecordLinks } from './link-rows';
import { mostAssociationReads, readAssociations, type AssociationRead } from './read-associations';

/**
 * The state of a pair in a read: `linked` without a label, `labelled` with one beside the unlabelled link, `unknown`
 * without an answer.
 */
export type LinkState = 'linked' | 'labelled' | 'not_linked' | 'unknown';

/** Whether the pair is linked, with a label or without. */
export function isLinked(state: LinkState | undefined): boolean {
  return state === 'linked' || state === 'labelled';
}

/** The most further pages that are read to count the labels of one record: 10,000 links. */
const mostPages = 20;

/** One of the two records of a pair. */
export type Side = 'from' | 'to';

/** The labels of a linked pair, as one of its records shows them. */
export interface SeenLabels {
  /** The record whose links were read: `to` shows the labels of the other direction. */
  side: Side;
  labels: readonly NamedLabel[];
}

/** Reads whether the inputs are linked. Returns a state for each index. */
export function readLinks(run: Run, pairs: Pairs, indexes: number[]): Promise<Map<number, LinkState>> {
  return new LinkReading(run, pairs).read(indexes);
}

function other(side: Side): Side {
  return side === 'from' ? 'to' : 'from';
}

/** Reads the links of one set of pairs, from either side. */
export class LinkReading {
  private readonly settled = new Map<number, LinkState>();
  private readonly seen = new Map<number, SeenLabels>();
  /** Record -> partners with labels. */
  private readonly labelled: Record<Side, Map<string, Map<string, readonly NamedLabel[]>>> = {
    from: new Map(),
    to: new Map(),
  };
  /** Record -> the cursor of its next page. */
  private readonly further: Record<Side, Map<string, string>> = { from: new Map(), to: new Map() };
  /** Reads that HubSpot refused, for an input or for their size. */
  private readonly refused: Record<Side, { inputs: AssociationRead[]; reply: Reply }[]> = {
    from: [],
    to: [],
  };
  /** Records whose first page was asked for. */
  private readonly asked: Record<Side, Set<string>> = { from: new Set(), to: new Set() };
  private readonly counts: Record<Side, Map<string, number>> = { from: new Map(), to: new Map() };

  constructor(
    private readonly run: Run,
    private readonly pairs: Pairs,
  ) {}

  async read(indexes: number[]): Promise<Map<number, LinkState>> {
    const first = this.sideWithFewerLinks(indexes);
    await this.readFirstPages(first, indexes);
    return this.readRest(first, indexes);
  }

  /** The same, with the links of both sides counted. The two requests take the time of one. */
  async readBothSides(indexes: number[]): Promise<Map<number, LinkState>> {
    const first = this.sideWithFewerLinks(indexes);
    const sides = [first, other(first)] as const;
    await Promise.all(sides.map((side) => this.readFirstPages(side, indexes)));
    return this.readRest(first, indexes);
  }

  private async readRest(first: Side, indexes: number[]): Promise<Map<number, LinkState>> {
    // Before paging through a record with many links, one request to the other side may settle the rest.
    await this.readFirstPages(other(first), this.unsettled(indexes));
    await this.readFurtherPages(indexes);
    for (const side of [first, other(first)]) await this.readRefusedInParts(side, indexes);
    await this.readFurtherPages(indexes);
    return new Map(indexes.map((index) => [index, this.settled.get(index) ?? 'unknown']));
  }

  /** Reads by the `from` records alone, which takes more calls: they show the labels in the direction of the call. */
  async readForward(indexes: number[]): Promise<Map<number, LinkState>> {
    await this.readFirstPages('from', indexes);
    await this.readFurtherPages(indexes);
    await this.readRefusedInParts('from', indexes);
    await this.readFurtherPages(indexes);
    return new Map(indexes.map((index) => [index, this.settled.get(index) ?? 'unknown']));
  }

  /** The labels of a pair that a read showed as linked. */
  labelsOf(index: number): SeenLabels | undefined {
    return this.seen.get(index);
  }

  /** The partners of a record that a read showed with labels, in the direction from that record. */
  labelledPartners(side: Side, id: string): ReadonlyMap<string, readonly NamedLabel[]> {
    return this.labelled[side].get(id) ?? new Map<string, readonly NamedLabel[]>();
  }

  /** Reads the further pages of one record, a limited number of them. */
  async readAllOf(side: Side, id: string): Promise<void> {
    for (let page = 0; page < mostPages && this.run.isOpen('read'); page++) {
      const after = this.further[side].get(id);
      if (after === undefined) return;
      this.further[side].delete(id);
      if (await this.request(side, [{ id, after }], [])) continue;
      this.further[side].set(id, after);
      return;
    }
  }

  /** Reads the first page of those of these records that were not read yet. */
  async count(side: Side, ids: string[]): Promise<void> {
    const unread = ids.filter((id) => !this.counts[side].has(id)).map((id) => ({ id }));
    for (const inputs of chunksOf(unread, mostAssociationReads)) await this.request(side, inputs, []);
  }

  /** The number of links of a record that were read; `all` if there is no further page. Undefined if it was not read. */
  linksOf(side: Side, id: string): { count: number; all: boolean } | undefined {
    const count = this.counts[side].get(id);
    return count === undefined ? undefined : { count, all: !this.further[side].has(id) };
  }

  /**
   * One record with a thousand partners has at least a thousand links, and each partner perhaps one: the side with more
   * records has fewer links per record. With equal numbers it is the `to` side, because the `from` record is the one on
   * the screen, which tends to have many links.
   */
  private sideWithFewerLinks(indexes: number[]): Side {
    const count = (side: Side) => new Set(indexes.map((index) => this.idOn(side, index))).size;
    return count('from') > count('to') ? 'from' : 'to';
  }

  private unsettled(indexes: number[]): number[] {
    return indexes.filter((index) => !this.settled.has(index));
  }

  private async readFirstPages(side: Side, indexes: number[]): Promise<void> {
    const ids = [...new Set(indexes.map((index) => this.idOn(side, index)))].filter(
      (id) => !this.asked[side].has(id),
    );
    for (const id of ids) this.asked[side].add(id);
    for (const chunk of chunksOf(ids, mostAssociationReads)) {
      await this.request(
        side,
        chunk.map((id) => ({ id })),
        indexes,
      );
    }
  }

  /**
   * Reads further pages for the pairs that are not settled, until all are: first of the side with fewer records that have
   * one, because the other has the same links in more pages.
   */
  private async readFurtherPages(indexes: number[]): Promise<void> {
    const first: Side = this.further.from.size <= this.further.to.size ? 'from' : 'to';
    for (const side of [first, other(first)]) {
      for (let open = this.unsettled(indexes); open.length > 0; open = this.unsettled(indexes)) {
        const ids = [...new Set(open.map((index) => this.idOn(side, index)))];
        const inputs = ids.flatMap((id) => {
          const after = this.further[side].get(id);
          return after === undefined ? [] : [{ id, after }];
        });
        if (inputs.length === 0 || !this.run.isOpen('read')) break;
        for (const { id } of inputs) this.further[side].delete(id);
        if (await this.request(side, inputs.slice(0, mostAssociationReads), open)) continue;
        // The links of these records are not all read: they are not counted as all.
        for (const { id, after } of inputs) this.further[side].set(id, after);
        break;
      }
    }
  }

  /** Sends the refused reads of one side again in halves, down to one record, where their pairs are not settled. */
  private async readRefusedInParts(side: Side, indexes: number[]): Promise<void> {
    const halving = new Halving();
    const send = (part: AssociationRead[]): Promise<Reply> => {
      const needed = new Set(this.unsettled(indexes).map((index) => this.idOn(side, index)));
      const inputs = part.filter(({ id }) => needed.has(id));
      return inputs.length > 0 ? this.send(side, inputs, indexes) : Promise.resolve({ kind: 'not_sent' });
    };
    for (const { inputs, reply } of this.refused[side].splice(0))
      await halving.sendHalves(inputs, reply, send);
  }

  /** Returns whether HubSpot answered. */
  private async request(side: Side, inputs: AssociationRead[], indexes: number[]): Promise<boolean> {
    const reply = await this.send(side, inputs, indexes);
    if (reply.kind === 'refused') this.refused[side].push({ inputs, reply });
    return reply.kind === 'answered';
  }

  private async send(side: Side, inputs: AssociationRead[], indexes: number[]): Promise<Reply> {
    const { fromObjectType, toObjectType } = this.pairs.parameters;
    const types =
      side === 'from' ? ([fromObjectType, toObjectType] as const) : ([toObjectType, fromObjectType] as const);
    const reply = await readAssociations(this.run, ...types, inputs);
    if (reply.kind === 'answered') this.take(side, new Set(inputs.map(({ id }) => id)), indexes, reply.body);
    return reply;
  }

  private take(side: Side, asked: Set<string>, indexes: number[], body: JsonObject): void {
    const links = linksByRecord(body);
    const unreadable = recordsInError(body, asked);
    for (const id of asked) if (!unreadable.has(id)) this.countLinks(side, id, links.get(id));
    for (const index of indexes) {
      const id = this.idOn(side, index);
      if (!asked.has(id)) continue;
      const record = links.get(id);
      const labels = record?.labels.get(this.idOn(other(side), index));
      // Both sides may be read: the `from` record shows the labels in the direction of the call.
      if (this.settled.has(index) && !(labels && side === 'from' && this.seen.has(index))) continue;
      if (labels) {
        this.settled.set(index, labels.length > 0 ? 'labelled' : 'linked');
        this.seen.set(index, { side, labels });
      } else if (record?.after === undefined && !unreadable.has(id)) this.settled.set(index, 'not_linked');
    }
  }

  private countLinks(side: Side, id: string, record: RecordLinks | undefined): void {
    this.counts[side].set(id, (this.counts[side].get(id) ?? 0) + (record?.labels.size ?? 0));
    if (record?.after !== undefined) this.further[side].set(id, record.after);
    for (const [partner, labels] of record?.labels ?? []) {
      if (labels.length === 0) continue;
      const partners = this.labelled[side].get(id) ?? new Map<string, readonly NamedLabel[]>();
      this.labelled[side].set(id, partners.set(partner, labels));
    }
  }

  private idOn(side: Side, index: number): string {
    return side === 'from' ? this.pairs.fromId(index) : this.pairs.toId(index);
  }
}
