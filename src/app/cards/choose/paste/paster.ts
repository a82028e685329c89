import type { RecordRef, ResolvedLine } from '@bulk-associate/contract';
import type { PanelEvent, Desk } from '../../panel/state';
import type { SessionSdk } from '../../panel/session';
import { ChunkedRun, type Sent } from '../../run/chunked-run';
import type { RecordKey } from '../../sdk/sdk';
import { findColumn } from './column';
import type { PastedLine } from './pasting';
import { refusalOf } from './refusal';
import { readPastedText } from './table';

interface PasterContext {
  record: RecordKey;
  sdk: SessionSdk;
  getDesk: () => Desk | undefined;
  dispatch: (event: PanelEvent) => void;
  nextRequest: () => number;
}

/** All that a person can do with pasted text, and what follows from it. */
export class Paster {
  constructor(private readonly context: PasterContext) {}

  write(text: string): void {
    this.context.dispatch({ type: 'pasteWritten', text });
  }

  /** Reads the text: looks its values up, or asks for the column that is meant. */
  async read(): Promise<void> {
    const desk = this.context.getDesk();
    if (desk?.pasting.name !== 'writing') return;
    const pasted = readPastedText(desk.pasting.text);
    if (pasted.kind === 'table') {
      const { columns } = pasted;
      const column = findColumn(desk.type.id, columns);
      return this.context.dispatch({ type: 'columnAsked', columns, column });
    }
    if (pasted.values.length === 0) return this.context.dispatch({ type: 'pasteEmpty' });
    await this.resolve(desk, pasted.values);
  }

  chooseColumn(column: number): void {
    this.context.dispatch({ type: 'columnChosen', column });
  }

  /** Looks up the values of the chosen column. */
  async readColumn(): Promise<void> {
    const desk = this.context.getDesk();
    if (desk?.pasting.name !== 'asking' || desk.pasting.column === undefined) return;
    const column = desk.pasting.columns[desk.pasting.column];
    await this.resolve(desk, column?.values.filter((value) => value !== '') ?? []);
  }

  /** Looks up once more what HubSpot could not be asked for. */
  async readUnknown(): Promise<void> {
    const desk = this.context.getDesk();
    if (desk?.pasting.name !== 'resolved') return;
    const { lines } = desk.pasting;
    const unknown = lines.filter(({ status }) => status === 'unknown').map(({ value }) => value);
    await this.resolve(desk, unknown, lines);
  }

  pick(index: number, record: RecordRef | undefined): void {
    const desk = this.context.getDesk();
    if (desk?.pasting.name !== 'resolved') return;
    const before = desk.pasting.lines[index]?.picked;
    if (before) this.context.dispatch({ type: 'removed', ids: [before.id] });
    if (record) this.add(desk, [record]);
    this.context.dispatch({ type: 'linePicked', index, record });
  }

  reopen(): void {
    this.context.dispatch({ type: 'pasteReopened' });
  }

  stop(): void {
    const pasting = this.context.getDesk()?.pasting;
    if (pasting?.name === 'resolving') pasting.run.stop();
  }

  private async resolve(desk: Desk, values: string[], earlier: readonly PastedLine[] = []): Promise<void> {
    const { dispatch, nextRequest } = this.context;
    const known = new Map(earlier.map((line) => [line.value, line]));
    const lines = [...new Set([...known.keys(), ...values])].map((value) =>
      this.firstLook(desk, value, known),
    );
    const asked = lines.flatMap((line, index) => (line.status === 'unknown' ? [index] : []));
    const run = this.lookUp(desk, asked.map((index) => lines[index]?.value ?? '')); // prettier-ignore
    const request = nextRequest();
    dispatch({ type: 'resolveStarted', request, run });
    const { results, error, stopped } = await run.run();
    asked.forEach((index, position) => {
      const result = results[position];
      if (result) lines[index] = this.lineOf(desk, result);
    });
    this.add(desk, lines.filter(({ status }) => status === 'found').flatMap(({ records }) => records)); // prettier-ignore
    dispatch({ type: 'resolveEnded', request, lines, stopped, ...(error && { error }) });
  }

  /** What is known of a value without asking; `unknown` is asked for. */
  private firstLook(desk: Desk, value: string, known: Map<string, PastedLine>): PastedLine {
    const line = known.get(value);
    if (line) return line;
    const { portalId } = this.context.sdk;
    const refusal = refusalOf(value, { objectType: desk.type.id, portalId });
    return refusal
      ? { value, status: 'refused', refusal, records: [] }
      : { value, status: 'unknown', records: [] };
  }

  private lookUp(desk: Desk, values: string[]): ChunkedRun<string, ResolvedLine> {
    const { call, clock } = this.context.sdk;
    const objectType = desk.type.id;
    const send = async (chunk: string[]): Promise<Sent<ResolvedLine>> => {
      const reply = await call('resolve_records', { objectType, values: chunk });
      return reply.ok ? { ok: true, results: reply.lines } : reply;
    };
    // One call at a time: each may search up to HubSpot's five a second, which is for the whole account.
    return new ChunkedRun({ items: values, send, kindOf: ({ status }) => status }, clock);
  }

  private lineOf(desk: Desk, { value, status, records }: ResolvedLine): PastedLine {
    const isSelf = status === 'found' && records.some(({ id }) => this.isSelf(desk, id));
    return { value, status: isSelf ? 'self' : status, records };
  }

  private isSelf({ type }: Desk, id: string): boolean {
    const { record } = this.context;
    return id === record.id && type.id === record.objectType;
  }

  private add(desk: Desk, records: readonly RecordRef[]): void {
    this.context.dispatch({ type: 'added', objectType: desk.type.id, records });
  }
}
