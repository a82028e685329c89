import type { PastedEntry, PastedInput, PastedParts, PastedTextParameters } from '@bulk-associate/contract';
import { chunkedRun, type ChunkAnswer, type ChunkedRun } from '../../run/chunked-run';
import type { Sdk } from '../../sdk/sdk';
import { textParts } from './text-parts';

/** A text, taken apart: all pages of its lines, a table, or a question about its numbers; or none of this is possible. */
export type ReadText =
  | { kind: 'list'; lines: PastedInput[]; heading?: string | undefined }
  | { kind: 'tooLong' }
  | Exclude<PastedParts, { kind: 'list' }>;

type Answer = ChunkAnswer<ReadText & { status: 'read' }>;

/**
 * Reads a text, page by page. A failed call is retried as those of a look-up are, and goes on with the page that failed. A
 * list that is longer than a call takes is read in parts; a table and other formats are not, because their rows cannot be
 * told apart without the beginning.
 */
export function textReading(
  { text, ...asked }: PastedTextParameters,
  { call, clock }: Pick<Sdk, 'call' | 'clock'>,
): ChunkedRun<ReadText & { status: 'read' }> {
  const texts = textParts(text);
  const lines: PastedInput[] = [];
  let heading: string | undefined;
  let part = 0;
  let cursor: string | undefined;

  /** A later part of a list has no heading of its own. */
  function parametersOf(index: number): PastedTextParameters {
    const of = texts[index] ?? '';
    if (index === 0) return { ...asked, text: of };
    return heading === undefined
      ? { ...asked, text: of, shape: 'list' }
      : { ...asked, text: `${heading}\n${of}` };
  }

  async function send(): Promise<Answer> {
    while (part < texts.length && run.getProgress().phase !== 'stopping') {
      const reply = await call('read_pasted_text', {
        ...parametersOf(part),
        ...(cursor !== undefined && { cursor }),
      });
      if (!reply.ok) return reply;
      const { parts } = reply;
      const isWhole = texts.length === 1 || parts.kind === 'askNumbers';
      if (parts.kind !== 'list') return done(isWhole ? parts : { kind: 'tooLong' });
      for (const entry of parts.entries) lines.push(inputOf(entry));
      if (part === 0) ({ heading } = parts);
      ({ cursor } = reply);
      if (cursor === undefined) part += 1;
    }
    return done(texts.length === 0 ? { kind: 'tooLong' } : { kind: 'list', lines, heading });
  }

  const run = chunkedRun({ items: [asked], send }, clock);
  return run;
}

function done(read: ReadText): Answer {
  return { ok: true, results: [{ status: 'read', ...read }] };
}

function inputOf(entry: PastedEntry): PastedInput {
  return typeof entry === 'string' ? { text: entry, values: [entry] } : { text: entry.values[0], ...entry };
}
