import type { AssociationInput, AssociationLabel, OutcomeError, Pair, PreviewStatus } from '../associations';
import type { AnswerOf } from '../calls';
import { distinct, withoutName } from './labels';
import type { ReportedOutcome } from './outcome-rules';

/** The app functions that work on pairs. */
export type PairFunction = 'associate_records' | 'preview_associations' | 'remove_associations';

/** The answer to one call: a result for each pair, undefined for pairs that were not reached. */
export type PairsReply<E> =
  { ok: true; results: (ReportedOutcome | undefined)[]; stopped?: E | undefined } | { ok: false; error: E };

/** Sends pairs to an app function. Does not reject. */
export type SendPairs<E> = (
  uid: PairFunction,
  inputs: AssociationInput[],
  options: { label?: AssociationLabel | undefined; labelled?: 'keep' | 'remove'; seen?: boolean },
) => Promise<PairsReply<E>>;

/** The results in the answer of a function that works on pairs. */
export function resultsIn({ outcomes, stopped }: AnswerOf<PairFunction>): (ReportedOutcome | undefined)[] {
  // `unknown` in an answer that was stopped early may become known in another call. Otherwise it is final.
  const open = stopped ? ['not_attempted', 'unknown'] : ['not_attempted'];
  return (outcomes as ReportedOutcome[]).map((outcome) =>
    open.includes(outcome.status) ? undefined : outcome,
  );
}

/** One association that a run created, removed, gave a label or took one from. */
export interface UndoLine {
  before: PreviewStatus;
  labels?: readonly AssociationLabel[] | undefined;
  movesFrom?: Pair | undefined;
  given?: readonly AssociationLabel[] | undefined;
}

/** What `UndoSteps` needs. */
export interface UndoContext<L extends UndoLine, E> {
  /** What the run did. */
  name: 'associate' | 'remove';
  send: SendPairs<E>;
  /** The pair of a line. */
  inputOf: (line: L) => AssociationInput;
  /** The label of the run. */
  label: AssociationLabel | undefined;
}

/** Undoing what a run did to some lines: calls after each other, each for the lines that need it. */
export class UndoSteps<L extends UndoLine, E> {
  private readonly results = new Map<L, ReportedOutcome>();
  /** Lines that stay as they are, because an earlier step failed or could not tell. */
  private readonly closed = new Set<L>();
  private stopped: E | undefined;

  constructor(
    private readonly context: UndoContext<L, E>,
    private readonly lines: readonly L[],
  ) {}

  async carryOut(): Promise<PairsReply<E>> {
    await (this.context.name === 'associate' ? this.takeBack() : this.restore());
    const { stopped } = this;
    if (stopped && this.results.size === 0) return { ok: false, error: stopped };
    return { ok: true, results: this.lines.map((line) => this.results.get(line)), stopped };
  }

  private async takeBack(): Promise<void> {
    const moved = this.lines.filter(({ movesFrom }) => movesFrom);
    if (this.context.label && moved.length > 0) await this.giveBack(moved);
    await this.removeLabel(this.lines.filter(({ before }) => before === 'adds_label'));
    await this.removeAssociations(this.lines.filter(({ before }) => before !== 'adds_label'));
  }

  /**
   * Associates again what was removed, with its labels, or gives the label back. HubSpot would associate two records to give
   * them a label: those that somebody has separated since stay so.
   */
  private async restore(): Promise<void> {
    const { send, label, inputOf } = this.context;
    if (label) {
      await this.readLabel(this.lines, (chosen) => this.pairsOf(chosen), (line, { labels }) => {
        if (!labels) this.close(line, { status: 'failed', error: goneSince });
      }); // prettier-ignore
    }
    const give = (chosen: L[]) => {
      const inputs = chosen.map((line) => {
        const labels = label ? [] : (line.labels ?? []).map(withoutName);
        return { ...inputOf(line), ...(labels.length > 0 && { labels }) };
      });
      return send('associate_records', inputs, { label });
    };
    await this.step(this.lines, give, (line, result) => this.enter(line, result));
  }

  /**
   * Gives Primary back to the associations that had it. Since the run, a person may have given it to a third record, or
   * removed the association that had it: then it stays where it is.
   */
  private async giveBack(moved: readonly L[]): Promise<void> {
    const { send, label } = this.context;
    const lacking = new Set<L>();
    await this.readLabel(moved, formersOf, (line, { status }) => {
      if (status === 'adds_label') lacking.add(line);
    });
    await this.readLabel(moved, (chosen) => this.pairsOf(chosen), (line, { status }) => {
      if (status !== 'already_associated') lacking.delete(line);
    }); // prettier-ignore
    const give = (chosen: L[]) => send('associate_records', formersOf(chosen), { label });
    await this.step([...lacking], give, (line, result) => {
      // Primary stays where it is rather than nowhere.
      if (result?.status !== 'associated') this.close(line, result);
    });
  }

  /** Reads what giving the label to a pair of each line would do. A line of which that is not known stays as it is. */
  private async readLabel(
    lines: readonly L[],
    pairsOf: (chosen: readonly L[]) => AssociationInput[],
    enter: (line: L, result: ReportedOutcome) => void,
  ): Promise<void> {
    const { send, label } = this.context;
    const read = (chosen: L[]) => send('preview_associations', pairsOf(chosen), { label, seen: true });
    await this.step(lines, read, (line, result) => {
      if (result && result.status !== 'unknown') enter(line, result);
      else this.close(line, result && { ...result, status: 'unconfirmed' });
    });
  }

  private async removeLabel(lines: readonly L[]): Promise<void> {
    const { send, label } = this.context;
    const remove = (chosen: L[]) => send('remove_associations', this.pairsOf(chosen), { label });
    await this.step(lines, remove, (line, result) => this.enter(line, result));
  }

  /** Removes the associations with the label of the run and those that HubSpot gave. Any other label keeps them. */
  private async removeAssociations(lines: readonly L[]): Promise<void> {
    const { send, label, inputOf } = this.context;
    const remove = (chosen: L[]) => {
      const inputs = chosen.map((line) => {
        const labels = distinct([...(label ? [label] : []), ...(line.given ?? [])]).map(withoutName);
        return { ...inputOf(line), ...(labels.length > 0 && { labels }) };
      });
      return send('remove_associations', inputs, {});
    };
    await this.step(lines, remove, (line, result) => this.enter(line, result));
  }

  /** Sends the lines that are still open. Without an answer they have no result, and nothing further is sent. */
  private async step(
    lines: readonly L[],
    send: (chosen: L[]) => Promise<PairsReply<E>>,
    enter: (line: L, result: ReportedOutcome | undefined) => void,
  ): Promise<void> {
    const open = lines.filter((line) => !this.closed.has(line));
    if (this.stopped || open.length === 0) return;
    const answer = await send(open);
    if (!answer.ok) {
      this.stopped = answer.error;
      return;
    }
    this.stopped = answer.stopped;
    open.forEach((line, position) => enter(line, answer.results[position]));
  }

  private close(line: L, result: ReportedOutcome | undefined): void {
    this.closed.add(line);
    this.enter(line, result);
  }

  private enter(line: L, result: ReportedOutcome | undefined): void {
    if (result) this.results.set(line, result);
  }

  private pairsOf(lines: readonly L[]): AssociationInput[] {
    return lines.map(this.context.inputOf);
  }
}

const goneSince: OutcomeError = {
  message: 'The association itself was removed since.',
  category: 'ASSOCIATION_GONE',
  retryable: false,
};

/** The pairs that had Primary before the run. */
function formersOf(lines: readonly UndoLine[]): AssociationInput[] {
  return lines.flatMap(({ movesFrom }) => movesFrom ?? []);
}
