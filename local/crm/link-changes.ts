import { inverseOf } from './labels';
import type { AssociationType, ObjectType } from './object-types';
import type { PairInput } from './pair-inputs';
import type { CrmState } from './state';

/** Links that were changed, with what they were. */
export class Changes {
  private readonly undos: (() => void)[] = [];

  constructor(readonly state: CrmState) {}

  set(
    from: ObjectType,
    id: string,
    to: ObjectType,
    partner: string,
    types: readonly AssociationType[],
  ): void {
    const { state } = this;
    const before = state.partnersOf(from, id, to)?.get(partner) ?? [];
    this.undos.push(() => state.setLink(from, id, to, partner, before));
    state.setLink(from, id, to, partner, types);
  }

  undo(): void {
    for (const undo of this.undos.reverse()) undo();
  }
}

/** Sets the labels of a pair in both directions, beside the unlabelled type. Returns their texts. */
export function setLabels(
  changes: Changes,
  from: ObjectType,
  to: ObjectType,
  input: PairInput,
  types: readonly AssociationType[],
): string[] {
  const { state } = changes;
  const labels = types.filter((type) => type.label !== null);
  const all = [...state.definitionsOf(from, to).slice(0, 1), ...labels];
  const allBack = [
    ...state.definitionsOf(to, from).slice(0, 1),
    ...labels.flatMap((type) => inverseOf(state, from, to, type) ?? []),
  ];
  changes.set(from, input.from.id, to, input.to.id, all);
  changes.set(to, input.to.id, from, input.from.id, allBack);
  return all.flatMap((type) => type.label ?? []);
}

/** Makes a company the Primary one of the other record of the pair, unless that record has one. */
export function givePrimary(state: CrmState, from: ObjectType, to: ObjectType, input: PairInput): void {
  const turned = { from: input.to, to: input.from };
  for (const [one, other, pair] of [
    [from, to, input],
    [to, from, turned],
  ] as const) {
    // prettier-ignore
    const primary = state.definitionsOf(one, other).find(({ isSingle }) => isSingle);
    if (!primary || holders(state, one, pair.from.id, other, primary).length > 0) continue;
    const present = state.partnersOf(one, pair.from.id, other)?.get(pair.to.id) ?? [];
    setLabels(new Changes(state), one, other, pair, [...present, primary]);
  }
}

/** A record has one Primary company: the one that had it loses it. */
export function takePrimary(
  changes: Changes,
  one: ObjectType,
  id: string,
  other: ObjectType,
  partner: string,
  type: AssociationType,
): void {
  for (const holder of holders(changes.state, one, id, other, type)) {
    if (holder === partner) continue;
    const types = changes.state.partnersOf(one, id, other)?.get(holder) ?? [];
    const pair = { from: { id }, to: { id: holder } };
    setLabels(changes, one, other, pair, types.filter((present) => present !== type)); // prettier-ignore
  }
}

/** The records that one record is linked to with an association type. */
export function holders(
  state: CrmState,
  from: ObjectType,
  id: string,
  to: ObjectType,
  type: AssociationType,
): string[] {
  return [...(state.partnersOf(from, id, to) ?? [])]
    .filter(([, types]) => types.includes(type))
    .map(([partner]) => partner);
}
