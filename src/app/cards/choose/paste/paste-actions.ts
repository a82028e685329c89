import type { RecordRef, ResolvedLine } from '@bulk-associate/contract';
import type { PanelEvent, Draft } from '../../panel/state';
import { chunkedRun } from '../../run/chunked-run';
import type { Sdk } from '../../sdk/sdk';
import { findColumn } from './column';
import type { PastedLine } from './pasting';
import { refusalOf } from './refusal';
import { readPastedText } from './table';

interface PasteContext {
  sdk: Pick<Sdk, 'call' | 'clock' | 'portalId'>;
  getDraft: () => Draft | undefined;
  dispatch: (event: PanelEvent) => void;
  nextRequest: () => number;
  isSelf: (id: string) => boolean;
}

/** The actions on pasted text. Each dispatches the events that change the state of pasting. */
export function createPasteActions({ sdk, getDraft, dispatch, nextRequest, isSelf }: PasteContext) {
  const { call, clock, portalId } = sdk;

  function add(objectType: string, records: readonly RecordRef[]): void {
    dispatch({ type: 'added', objectType, records });
  }

  /** Looks up each distinct value once. Refused values are not sent. */
  function resolve(objectType: string, values: readonly string[]): Promise<void> {
    return lookUp(
      objectType,
      [...new Set(values)].map((value) => {
        const refusal = refusalOf(value, { objectType, portalId });
        return { value, status: refusal ? 'refused' : 'unknown', refusal, records: [] };
      }),
    );
  }

  /** Looks up the lines with the status `unknown`, and adds the records found to the selection. */
  async function lookUp(objectType: string, earlier: readonly PastedLine[]): Promise<void> {
    const items = earlier.filter(isUnknown);
    const send = async (chunk: PastedLine[]) => {
      const reply = await call('resolve_records', { objectType, values: chunk.map(({ value }) => value) });
      return reply.ok ? { ...reply, results: reply.lines.map(lineOf) } : reply;
    };
    // One call at a time: one call alone may use up HubSpot's five searches a second, a limit of the whole account.
    const run = chunkedRun({ items, send }, clock);
    const request = nextRequest();
    dispatch({ type: 'resolveStarted', request, run });
    const { results, error } = await run.run();
    const { pasting } = getDraft() ?? {};
    // Drop the answer if the user has started another look-up or chosen another type meanwhile.
    if (pasting?.name !== 'resolving' || pasting.request !== request) return;
    const answers = new Map(items.map((line, index) => [line, results[index]]));
    const lines = earlier.map((line) => answers.get(line) ?? line);
    // Only the lines of this look-up: records found earlier may have been removed from the selection since.
    add(objectType, results.flatMap((line) => (line?.status === 'found' ? line.records : []))); // prettier-ignore
    dispatch({ type: 'resolveEnded', request, lines, error });
  }

  function lineOf({ value, status, records }: ResolvedLine): PastedLine {
    const isItself = status === 'found' && records.some(({ id }) => isSelf(id));
    return { value, status: isItself ? 'self' : status, records };
  }

  return {
    write: (text: string) => dispatch({ type: 'pasteWritten', text }),

    /** Parses the text. Looks up the values of a list; for a table, asks for the column first. */
    async read(): Promise<void> {
      const draft = getDraft();
      if (draft?.pasting.name !== 'writing') return;
      const objectType = draft.type.id;
      const pasted = readPastedText(draft.pasting.text);
      if ('columns' in pasted) {
        const { columns } = pasted;
        return dispatch({ type: 'columnAsked', columns, column: findColumn(objectType, columns) });
      }
      if (pasted.values.length === 0) return dispatch({ type: 'pasteEmpty' });
      await resolve(objectType, pasted.values);
    },

    chooseColumn: (column: number) => dispatch({ type: 'columnChosen', column }),

    /** Looks up the values of the chosen column. */
    async readColumn(): Promise<void> {
      const draft = getDraft();
      if (draft?.pasting.name !== 'asking' || draft.pasting.column === undefined) return;
      const column = draft.pasting.columns[draft.pasting.column];
      await resolve(draft.type.id, column?.values.filter(Boolean) ?? []);
    },

    /** Looks up again the lines that HubSpot could not be asked about. */
    async readUnknown(): Promise<void> {
      const draft = getDraft();
      if (draft?.pasting.name === 'resolved') await lookUp(draft.type.id, draft.pasting.lines);
    },

    /** Selects one of several candidates, or none, instead of the one picked before. */
    pick(index: number, picked: RecordRef | undefined): void {
      const draft = getDraft();
      if (draft?.pasting.name !== 'resolved') return;
      const before = draft.pasting.lines[index]?.picked;
      if (before) dispatch({ type: 'removed', ids: [before.id] });
      if (picked) add(draft.type.id, [picked]);
      dispatch({ type: 'linePicked', index, picked });
    },

    reopen: () => dispatch({ type: 'pasteReopened' }),

    stop(): void {
      const pasting = getDraft()?.pasting;
      if (pasting?.name === 'resolving') pasting.run.stop();
    },
  };
}

function isUnknown({ status }: PastedLine): boolean {
  return status === 'unknown';
}
