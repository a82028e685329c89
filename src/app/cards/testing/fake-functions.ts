import {
  readValue,
  type AnswerOf,
  type AssociateParameters,
  type AssociationLabel,
  type FilterProperty,
  type FunctionUid,
  type LabelChoice,
  type LinkableObjectType,
  type ListParameters,
  type NamedLabel,
  type Pair,
  type ParametersOf,
  type RecordRef,
  type RemoveParameters,
  type Segment,
  type Suggestion,
} from '@bulk-associate/contract';
// eslint-disable-next-line no-restricted-imports -- what the function does
import { readHostedMessages } from '@bulk-associate/messages/hosted';
// eslint-disable-next-line no-restricted-imports -- what the function does
import { answerPastedText } from '@bulk-associate/reading';
import type { Anchor } from '../run/pairs';
import type { Call, CallError, Reply } from '../sdk/sdk';

export const contacts: LinkableObjectType = {
  id: '0-1',
  singular: 'Contact',
  plural: 'Contacts',
  labelProperty: 'email',
  custom: false,
};
export const companies: LinkableObjectType = {
  id: '0-2',
  singular: 'Company',
  plural: 'Companies',
  labelProperty: 'name',
  custom: false,
};
const cars: LinkableObjectType = {
  id: '2-77',
  singular: 'Car',
  plural: 'Cars',
  labelProperty: 'plate',
  custom: true,
};

/** Labels from companies to contacts: one of the account, and HubSpot's Primary. */
export const labels: [LabelChoice, LabelChoice] = [
  { category: 'USER_DEFINED', typeId: 28, name: 'Decision maker' },
  { category: 'HUBSPOT_DEFINED', typeId: 2, name: 'Primary' },
];

/** `count` records, from id 1001 and name "Record 1" on. */
export function someRecords(count: number): RecordRef[] {
  return Array.from({ length: count }, (_, index) => ({
    id: String(1001 + index),
    label: `Record ${index + 1}`,
  }));
}

/** `count` deals as anchors, from id 501 and name "Deal 1" on. */
export function someAnchors(count: number): Anchor[] {
  return Array.from({ length: count }, (_, index) => ({
    objectType: '0-3',
    id: String(501 + index),
    label: `Deal ${index + 1}`,
  }));
}

/** The record that tests view. */
const viewedId = '7';

/** The app functions, on records in memory and with answers of the contract. Each can be replaced. */
export class FakeFunctions {
  readonly calls: { uid: FunctionUid; parameters: unknown }[] = [];
  /** Associations: the id of the record that is associated with the one being viewed, or `pairId` of another pair. */
  readonly linked = new Set<string>();
  /** The labels of associations, as in `linked`. */
  readonly labels = new Map<string, AssociationLabel[]>();
  readonly missing = new Set<string>();
  readonly refused = new Set<string>();
  types: LinkableObjectType[] = [contacts, companies, cars];
  segments: Segment[] = [];
  suggestions: Suggestion[] = [];
  properties: FilterProperty[] = [];
  private readonly replaced = new Map<FunctionUid, (parameters: never) => Promise<unknown>>();

  constructor(readonly records: RecordRef[] = someRecords(5)) {}

  /** Replaces the answer of a function. */
  replace<Uid extends FunctionUid>(
    uid: Uid,
    answer: (parameters: ParametersOf<Uid>) => Reply<Uid> | Promise<Reply<Uid>>,
  ): void {
    this.replaced.set(uid, async (parameters) => answer(parameters));
  }

  fail(uid: FunctionUid, error: CallError): void {
    this.replaced.set(uid, () => Promise.resolve({ ok: false, error }));
  }

  restore(uid: FunctionUid): void {
    this.replaced.delete(uid);
  }

  readonly call: Call = async <Uid extends FunctionUid>(uid: Uid, parameters: ParametersOf<Uid>) => {
    this.calls.push({ uid, parameters });
    const replaced = this.replaced.get(uid);
    if (replaced) return (await replaced(parameters as never)) as Reply<Uid>;
    return this.reply(uid, parameters);
  };

  /** The reply of a function that is not replaced. */
  reply<Uid extends FunctionUid>(uid: Uid, parameters: ParametersOf<Uid>): Reply<Uid> {
    const answer = (this.answers[uid] as (parameters: ParametersOf<Uid>) => AnswerOf<Uid>)(parameters);
    return { ok: true, ...answer } as Reply<Uid>;
  }

  private readonly answers: { [Uid in FunctionUid]: (parameters: ParametersOf<Uid>) => AnswerOf<Uid> } = {
    describe_objects: () => ({ objectTypes: this.types }),
    find_segments: ({ query }) => ({ segments: this.segments.filter(({ name }) => name.includes(query)) }),
    collect_records: ({ cursor = '0' }) => {
      const next = Number(cursor) + 1000;
      const isMore = next < this.records.length;
      return {
        records: this.records.slice(Number(cursor), next),
        total: this.records.length,
        capped: false,
        ...(isMore && { cursor: String(next) }),
      };
    },
    resolve_records: ({ values, objectType, portalId }) => ({
      lines: values.map((value) => {
        const reading = readValue(value, { objectType, ...(portalId !== undefined && { portalId }) });
        if ('reason' in reading) return { value, status: 'unreadable', records: [], reason: reading.reason };
        const records = this.records.filter(({ id, label }) => id === value || label === value);
        const status = records.length === 1 ? 'found' : records.length > 1 ? 'several' : 'not_found';
        return { value, status, records };
      }),
    }),
    preview_associations: ({ inputs, label }) => ({
      outcomes: inputs.map((input) => ({ ...input, ...this.preview(input, label) })),
    }),
    associate_records: (parameters) => this.associate(parameters),
    remove_associations: (parameters) => this.remove(parameters),
    list_associations: (parameters) => this.list(parameters),
    suggest_records: () => ({ suggestions: this.suggestions }),
    describe_properties: () => ({ properties: this.properties }),
    save_note: () => ({ noteId: '900' }),
    read_messages: readHostedMessages,
    read_pasted_text: answerPastedText,
  };

  private preview(pair: Pair, label: AssociationLabel | undefined) {
    const id = pairId(pair);
    if (!this.linked.has(id)) return { status: this.missing.has(pair.to.id) ? 'not_found' : 'new' } as const;
    const given = this.labels.get(id) ?? [];
    const hasLabel = !label || given.some((each) => isSame(each, label));
    return { status: hasLabel ? 'already_associated' : 'adds_label', labels: given } as const;
  }

  /** Pages of 500, with the names of `records`. */
  private list({ cursor = '0' }: ListParameters): AnswerOf<'list_associations'> {
    const refs = new Map(this.records.map((ref) => [ref.id, ref]));
    const from = Number(cursor);
    const next = from + 500;
    return {
      records: [...this.linked].slice(from, next).map((id) => {
        return {
          id,
          label: id,
          ...refs.get(id),
          labels: this.labels.get(id)?.map((label) => this.named(label)) ?? [],
        };
      }),
      ...(next < this.linked.size && { cursor: String(next) }),
      ...(this.linked.size <= 500 && { total: this.linked.size }),
    };
  }

  private named(label: AssociationLabel): NamedLabel {
    const choices = this.types.flatMap(({ labels = [] }) => labels);
    const choice = choices.find((each) => isSame(each, label));
    return { ...label, name: choice?.name ?? `Label ${label.typeId}` };
  }

  private associate({ inputs, label }: AssociateParameters): AnswerOf<'associate_records'> {
    return {
      usage: { calls: 1, retries: 0, elapsedMs: 10, batchSize: 100 },
      outcomes: inputs.map(({ labels: more = [], ...input }) => {
        const id = pairId(input);
        if (this.refused.has(input.to.id)) return { ...input, status: 'failed', error: notFound };
        this.linked.add(id);
        const given = [...(label ? [label] : []), ...more];
        if (given.length > 0) this.labels.set(id, [...(this.labels.get(id) ?? []), ...given]);
        return { ...input, status: 'associated' };
      }),
    };
  }

  private remove({ inputs, label }: RemoveParameters): AnswerOf<'remove_associations'> {
    return {
      outcomes: inputs.map(({ from, to }) => {
        const id = pairId({ from, to });
        const before = this.linked.has(id) ? (this.labels.get(id) ?? []) : undefined;
        const left = label && before ? before.filter((each) => !isSame(each, label)) : [];
        if (!label) this.linked.delete(id);
        this.labels.set(id, left);
        return { from, to, status: 'removed', ...(before && { labels: before }) };
      }),
    };
  }
}

/** Names a pair: the other record of one with the record being viewed, otherwise both records. */
function pairId({ from, to }: Pair): string {
  return from.id === viewedId ? to.id : `${from.id} ${to.id}`;
}

function isSame(one: AssociationLabel, another: AssociationLabel): boolean {
  return one.category === another.category && one.typeId === another.typeId;
}

export const notFound = {
  message: 'No contact with ID 9993051 exists',
  category: 'OBJECT_NOT_FOUND',
  subCategory: 'crm.associations.TO_OBJECT_NOT_FOUND',
  correlationId: '3b9e1c0a-0000-4000-8000-000000000001',
  retryable: false,
};
