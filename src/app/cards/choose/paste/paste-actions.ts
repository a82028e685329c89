import type { PastedInput, SaidOfText } from '@bulk-associate/contract';
import type { ChosenRecord } from '../../panel/selection';
import type { PanelEvent, Draft } from '../../panel/state';
import type { Sdk } from '../../sdk/sdk';
import { usedColumns } from './column-choice';
import { lookUp } from './look-up';
import { isOpen, lineOf, withRefusals, type PastedLine } from './pasted-line';
import { isMended } from './pasting';
import { plainLines } from './plain-lines';
import { textReading, type ReadText } from './text-reading';

interface PasteContext {
  sdk: Pick<Sdk, 'call' | 'clock' | 'portalId'>;
  getDraft: () => Draft | undefined;
  dispatch: (event: PanelEvent) => void;
  nextRequest: () => number;
  isSelf: (id: string) => boolean;
}

/** The actions on pasted text. Each dispatches the events that change the state of pasting. */
export function createPasteActions({ sdk, getDraft, dispatch, nextRequest, isSelf }: PasteContext) {
  function addFound(objectType: string, lines: readonly PastedLine[]): void {
    const records = lines.flatMap((line) => (line.status === 'found' ? line.records : []));
    dispatch({ type: 'added', objectType, records });
  }

  /**
   * Lets the function take the text apart. Undefined if it was not read: it is too long, the call failed, or the user has
   * stopped it or chosen another type meanwhile.
   */
  async function takeApart(
    { type, pasting: { text } }: Draft,
    said: SaidOfText,
    columns?: number[],
  ): Promise<(Exclude<ReadText, { kind: 'tooLong' }> & { request: number }) | undefined> {
    const typeNames = [type.singular, type.plural];
    const run = textReading(
      { objectType: type.id, typeNames, text, ...said, ...(columns && { columns }) },
      sdk,
    );
    const request = nextRequest();
    dispatch({ type: 'readingStarted', request, run });
    const {
      results: [read],
      error,
    } = await run.run();
    const { pasting } = getDraft() ?? {};
    if (pasting?.name !== 'reading' || pasting.request !== request) return undefined;
    if (error) dispatch({ type: 'readingFailed', request, error });
    if (read?.kind !== 'tooLong') return read && { ...read, request };
    dispatch({ type: 'pasteRefused', problem: 'pasteTooLong' });
    return undefined;
  }

  /** Reads the text. Looks up the lines of a list; asks about a table, and about numbers that are unclear. */
  async function interpret(draft: Draft, said: SaidOfText): Promise<void> {
    const pasted = await takeApart(draft, said);
    if (pasted?.kind === 'askNumbers') {
      const { request, sample, grouped, list } = pasted;
      return dispatch({ type: 'numbersAsked', request, said, question: { sample, grouped, list } });
    }
    if (pasted?.kind === 'table') {
      const { request, columns, suggested, titles } = pasted;
      const choice = { columns, suggested, main: suggested[0], isAlone: false };
      return dispatch({ type: 'columnAsked', request, said, choice, titles });
    }
    if (pasted)
      await resolve(draft.type.id, pasted.lines, pasted.heading === undefined ? [] : [pasted.heading]);
  }

  /** Looks up each distinct line once. */
  async function resolve(
    objectType: string,
    inputs: readonly PastedInput[],
    unused: readonly string[],
  ): Promise<void> {
    if (inputs.length === 0) return dispatch({ type: 'pasteRefused', problem: 'pasteEmpty' });
    const distinct = new Map<string, PastedInput>();
    for (const input of inputs) {
      const key = [...input.values, ...(input.numbers ?? [])].join('\0');
      if (!distinct.has(key)) distinct.set(key, input);
    }
    const lines = [...distinct.values()].map((input) => withRefusals(lineOf(input)));
    await lookUpOpen(objectType, lines, unused);
  }

  /** Looks up the lines that are open, and adds the records found to the selection. */
  async function lookUpOpen(
    objectType: string,
    lines: readonly PastedLine[],
    unused: readonly string[],
  ): Promise<void> {
    const open = lines.filter(isOpen);
    const { run, getLines } = lookUp(open, { sdk, objectType, isSelf });
    const request = nextRequest();
    dispatch({ type: 'resolveStarted', request, run, unused });
    const { error } = await run.run();
    const { pasting } = getDraft() ?? {};
    // Drop the answer if the user has started another look-up or chosen another type meanwhile.
    if (pasting?.name !== 'resolving' || pasting.request !== request) return;
    const answered = getLines();
    const answers = new Map(open.map((line, index) => [line, answered[index]]));
    // Only the lines of this look-up: records found earlier may have been removed from the selection since.
    addFound(objectType, answered);
    dispatch({
      type: 'resolveEnded',
      request,
      lines: lines.map((line) => answers.get(line) ?? line),
      error,
    });
  }

  /** Reads the text again with what the user has said about it. */
  async function say(what: SaidOfText): Promise<void> {
    const draft = getDraft();
    if (draft && 'said' in draft.pasting) await interpret(draft, { ...draft.pasting.said, ...what });
  }

  return {
    write: (text: string) => dispatch({ type: 'pasteWritten', text }),

    /** Reads the text, and looks it up unless there is a question about it. */
    async read(): Promise<void> {
      const draft = getDraft();
      if (draft?.pasting.name !== 'writing') return;
      const lines = plainLines(draft.pasting.text);
      await (lines ? resolve(draft.type.id, lines, []) : interpret(draft, {}));
    },

    /** Answers whether `41,200,000,325` is one number or several, for the whole text. */
    sayNumbers: (numbers: 'grouped' | 'list') => say({ numbers }),

    /** Says that what was taken for a table is a list. */
    sayList: () => say({ shape: 'list' }),

    /** Says whether the first row of the table holds headings. */
    sayHeadings: (areHeadings: boolean) => say({ firstRow: areHeadings ? undefined : 'data' }),

    chooseColumn: (column: number) => dispatch({ type: 'columnChosen', column }),

    /** Says whether the suggested columns after the chosen one are used too. */
    useFurtherColumns: (isUsed: boolean) => dispatch({ type: 'furtherColumnsSet', isAlone: !isUsed }),

    /** Looks up the rows of the table by the chosen columns. */
    async readColumns(): Promise<void> {
      const draft = getDraft();
      if (draft?.pasting.name !== 'asking' || draft.pasting.choice.main === undefined) return;
      const { choice, said, titles } = draft.pasting;
      const pasted = await takeApart(draft, said, usedColumns(choice));
      if (pasted?.kind === 'list') await resolve(draft.type.id, pasted.lines, titles);
    },

    /** Looks up again the lines that HubSpot could not be asked about, and the corrections still awaited. */
    async readUnknown(): Promise<void> {
      const draft = getDraft();
      if (draft?.pasting.name !== 'resolved') return;
      const { lines, unused } = draft.pasting;
      const asked = lines.map((line) => (line.mending === undefined ? line : lineOfText(line.text)));
      await lookUpOpen(draft.type.id, asked, unused);
    },

    /** Looks up the lines that were taken for headings and titles too, and keeps the rest. */
    async readUnused(): Promise<void> {
      const draft = getDraft();
      if (draft?.pasting.name !== 'resolved' || draft.pasting.unused.length === 0) return;
      const objectType = draft.type.id;
      const request = nextRequest();
      dispatch({ type: 'unusedStarted', request });
      const { run, getLines } = lookUp(draft.pasting.unused.map(lineOfText), { sdk, objectType, isSelf });
      const { error } = await run.run();
      const { pasting } = getDraft() ?? {};
      if (pasting?.name !== 'resolved' || pasting.lookingUp !== request) return;
      addFound(objectType, getLines());
      dispatch({ type: 'unusedEnded', request, lines: getLines(), error });
    },

    /**
     * Looks up the corrected text of one line. The answer is dropped if the line has been corrected again meanwhile, or the
     * lines are no longer shown.
     */
    async mend(index: number, text: string): Promise<void> {
      const draft = getDraft();
      const corrected = text.trim();
      if (draft?.pasting.name !== 'resolved' || corrected === '' || !draft.pasting.lines[index]) return;
      const objectType = draft.type.id;
      const request = nextRequest();
      dispatch({ type: 'mendStarted', request, index, text: corrected });
      const { run, getLines } = lookUp([lineOfText(corrected)], { sdk, objectType, isSelf });
      const { error } = await run.run();
      const [line] = getLines();
      const { pasting } = getDraft() ?? {};
      if (!line || pasting?.name !== 'resolved' || !isMended(pasting, index, request)) return;
      const { picked } = pasting.lines[index] ?? {};
      if (picked) dispatch({ type: 'removed', ids: [picked.id] });
      addFound(objectType, [line]);
      dispatch({ type: 'mendEnded', request, index, line, error });
    },

    /** Selects one of several candidates, or none, instead of the one picked before. */
    pick(index: number, picked: ChosenRecord | undefined): void {
      const draft = getDraft();
      if (draft?.pasting.name !== 'resolved') return;
      const before = draft.pasting.lines[index]?.picked;
      if (before) dispatch({ type: 'removed', ids: [before.id] });
      if (picked) dispatch({ type: 'added', objectType: draft.type.id, records: [picked] });
      dispatch({ type: 'linePicked', index, picked });
    },

    reopen: () => dispatch({ type: 'pasteReopened' }),

    stop(): void {
      const pasting = getDraft()?.pasting;
      if (pasting?.name === 'resolving' || pasting?.name === 'reading') pasting.run.stop();
      dispatch({ type: 'readingStopped' });
    },
  };
}

function lineOfText(text: string): PastedLine {
  return lineOf({ text, values: [text] });
}
