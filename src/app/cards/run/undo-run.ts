import type { AssociationInput, AssociationLabel } from '@bulk-associate/contract';
import type { CallError } from '../sdk/sdk';
import { chunkedRun, type ChunkAnswer } from './chunked-run';
import type { FunctionOutcome, Line } from './ledger';
import { distinct, withoutName, type Operation } from './operation';
import {
  inputOf,
  pairRun,
  plainPace,
  sendPairs,
  stepwisePace,
  type PairContext,
  type PairRun,
} from './pair-runs';

/**
 * A run that undoes an operation, so that each pair is as it was before:
 * - an association that the run created is removed, with the labels that came with it; another label keeps it;
 * - an association that got a label loses that label;
 * - an association that was removed, or lost a label, is created again with the labels it had;
 * - Primary goes back to the association that had it, before it is taken from the one it was moved to; not if that
 *   association is gone, or another record has Primary meanwhile.
 */
export function undoRun(context: PairContext, { name, label }: Operation, lines: readonly Line[]): PairRun {
  if (name === 'remove') {
    const items = lines.map((line) => ({
      ...inputOf(context, line),
      ...(!label && line.labels?.length && { labels: line.labels.map(withoutName) }),
    }));
    return pairRun('associate_records', context, items, { label }, stepwisePace);
  }
  const send = (chunk: Line[]) => new UndoSteps(context, label, chunk).carryOut();
  return chunkedRun({ items: lines, send, ...plainPace }, context.clock);
}

/** Undoing the associations of some lines: calls after each other, each for the lines that need it. */
class UndoSteps {
  private readonly results = new Map<Line, FunctionOutcome>();
  /** Lines that stay as they are, because an earlier step failed or could not tell. */
  private readonly closed = new Set<Line>();
  private stopped: CallError | undefined;

  constructor(
    private readonly context: PairContext,
    private readonly label: AssociationLabel | undefined,
    private readonly lines: readonly Line[],
  ) {}

  async carryOut(): Promise<ChunkAnswer<FunctionOutcome>> {
    const moved = this.lines.filter(({ movesFrom }) => movesFrom);
    if (this.label && moved.length > 0) await this.giveBack(moved);
    await this.removeLabel(this.lines.filter(({ before }) => before === 'adds_label'));
    await this.removeAssociations(this.lines.filter(({ before }) => before !== 'adds_label'));
    const { stopped } = this;
    if (stopped && this.results.size === 0) return { ok: false, error: stopped };
    return { ok: true, results: this.lines.map((line) => this.results.get(line)), stopped };
  }

  /**
   * Gives Primary back to the associations that had it. Since the run, a person may have given it to a third record, or
   * removed the association that had it: then it stays where it is.
   */
  private async giveBack(moved: readonly Line[]): Promise<void> {
    const lacking = new Set<Line>();
    await this.readLabel(moved, formersOf, (line, status) => {
      if (status === 'adds_label') lacking.add(line);
    });
    await this.readLabel(moved, (chosen) => this.pairsOf(chosen), (line, status) => {
      if (status !== 'already_associated') lacking.delete(line);
    }); // prettier-ignore
    const send = (chosen: Line[]) =>
      sendPairs('associate_records', this.context, formersOf(chosen), { label: this.label });
    await this.step([...lacking], send, (line, result) => {
      // Primary stays where it is rather than nowhere.
      if (result?.status !== 'associated') this.close(line, result);
    });
  }

  /** Reads what giving the label to a pair of each line would do. A line of which that is not known stays as it is. */
  private async readLabel(
    lines: readonly Line[],
    pairsOf: (chosen: readonly Line[]) => AssociationInput[],
    enter: (line: Line, status: string) => void,
  ): Promise<void> {
    const send = (chosen: Line[]) =>
      sendPairs('preview_associations', this.context, pairsOf(chosen), { label: this.label, seen: true });
    await this.step(lines, send, (line, result) => {
      if (result && result.status !== 'unknown') enter(line, result.status);
      else this.close(line, result && { ...result, status: 'unconfirmed' });
    });
  }

  private async removeLabel(lines: readonly Line[]): Promise<void> {
    const send = (chosen: Line[]) =>
      sendPairs('remove_associations', this.context, this.pairsOf(chosen), { label: this.label });
    await this.step(lines, send, (line, result) => this.enter(line, result));
  }

  /** Removes the associations with the label of the run and those that HubSpot gave. Any other label keeps them. */
  private async removeAssociations(lines: readonly Line[]): Promise<void> {
    const send = (chosen: Line[]) => {
      const inputs = chosen.map((line) => {
        const labels = distinct([...(this.label ? [this.label] : []), ...(line.given ?? [])]).map(
          withoutName,
        );
        return { ...inputOf(this.context, line), ...(labels.length > 0 && { labels }) };
      });
      return sendPairs('remove_associations', this.context, inputs, {});
    };
    await this.step(lines, send, (line, result) => this.enter(line, result));
  }

  /** Sends the lines that are still open. Without an answer they have no result, and nothing further is sent. */
  private async step(
    lines: readonly Line[],
    send: (chosen: Line[]) => Promise<ChunkAnswer<FunctionOutcome>>,
    enter: (line: Line, result: FunctionOutcome | undefined) => void,
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

  private close(line: Line, result: FunctionOutcome | undefined): void {
    this.closed.add(line);
    this.enter(line, result);
  }

  private enter(line: Line, result: FunctionOutcome | undefined): void {
    if (result) this.results.set(line, result);
  }

  private pairsOf(lines: readonly Line[]): AssociationInput[] {
    return lines.map((line) => inputOf(this.context, line));
  }
}

/** The pairs that had Primary before the run. */
function formersOf(lines: readonly Line[]): AssociationInput[] {
  return lines.flatMap(({ movesFrom }) => movesFrom ?? []);
}
