import type { AssociationLabel, OutcomeError, PairOutcome, PairsParameters } from '@bulk-associate/contract';

/** The inputs of one call, indexed by their two ids. Numbers below are indexes into `inputs`. */
export class Pairs {
  readonly sameType: boolean;
  /** Inputs to process: all but the duplicates and the records to themselves. */
  readonly open: number[] = [];
  readonly duplicates: number[] = [];
  readonly selfPairs: number[] = [];
  private readonly byIds = new Map<string, Map<string, number>>();

  constructor(readonly parameters: PairsParameters) {
    const { inputs, fromObjectType, toObjectType } = parameters;
    this.sameType = fromObjectType === toObjectType;
    inputs.forEach(({ from, to }, index) => {
      if (this.sameType && from.id === to.id) this.selfPairs.push(index);
      else if (this.find(from.id, to.id) !== undefined) this.duplicates.push(index);
      else {
        this.open.push(index);
        this.remember(from.id, to.id, index);
      }
    });
  }

  fromId(index: number): string {
    return this.input(index).from.id;
  }

  toId(index: number): string {
    return this.input(index).to.id;
  }

  input(index: number) {
    const input = this.parameters.inputs[index];
    if (!input) throw new RangeError(`There is no input ${index}.`);
    return input;
  }

  /** The input that links these two records; within one object type in either direction, as HubSpot stores both. */
  find(fromId: string, toId: string): number | undefined {
    return this.directed(fromId, toId) ?? (this.sameType ? this.directed(toId, fromId) : undefined);
  }

  /** The input in exactly this direction. */
  directed(fromId: string, toId: string): number | undefined {
    return this.byIds.get(fromId)?.get(toId);
  }

  private remember(fromId: string, toId: string, index: number): void {
    const tos = this.byIds.get(fromId);
    if (tos) tos.set(toId, index);
    else this.byIds.set(fromId, new Map([[toId, index]]));
  }
}

/** The labels that a call names for one pair: that of the call, and those of the input. */
export function labelsFor(pairs: Pairs, index: number): AssociationLabel[] {
  const { label } = pairs.parameters;
  return [...(label ? [label] : []), ...(pairs.input(index).labels ?? [])];
}

/** One outcome per input, in input order. Every input starts with `initial`. */
export class Outcomes<Status extends string> {
  private readonly list: PairOutcome<Status>[];

  constructor(pairs: Pairs, initial: Status) {
    this.list = pairs.parameters.inputs.map(({ from, to }) => ({
      from: { id: from.id },
      to: { id: to.id },
      status: initial,
    }));
  }

  set(index: number, status: Status, error?: OutcomeError): void {
    const outcome = this.list[index];
    if (!outcome) throw new RangeError(`There is no outcome ${index}.`);
    outcome.status = status;
    if (error) outcome.error = error;
    else delete outcome.error;
  }

  /** Notes the labels that a pair had before the run wrote anything. */
  noteLabels(index: number, labels: readonly AssociationLabel[]): void {
    const outcome = this.list[index];
    if (outcome) outcome.labels = [...labels];
  }

  some(...statuses: Status[]): boolean {
    return this.list.some((outcome) => statuses.includes(outcome.status));
  }

  toList(): PairOutcome<Status>[] {
    return this.list;
  }
}

export const duplicateError: OutcomeError = {
  message: 'This pair stands earlier in the same list.',
  retryable: false,
};
export const selfError: OutcomeError = {
  message: 'A record cannot be associated with itself.',
  retryable: false,
};
