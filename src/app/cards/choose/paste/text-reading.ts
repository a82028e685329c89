import type { PastedEntry, PastedInput, PastedParts, PastedTextParameters } from '@bulk-associate/contract';
import { chunkedRun, type ChunkAnswer, type ChunkedRun } from '../../run/chunked-run';
import type { Sdk } from '../../sdk/sdk';

/** A text, taken apart: all pages of its lines, a table, or a question about its numbers. */
export type ReadText =
  | { kind: 'list'; lines: PastedInput[]; heading?: string | undefined }
  | Exclude<PastedParts, { kind: 'list' }>;

/** Reads a text, page by page. A failed call is retried as those of a look-up are, and goes on with the page that failed. */
export function textReading(
  asked: PastedTextParameters,
  { call, clock }: Pick<Sdk, 'call' | 'clock'>,
): ChunkedRun<ReadText & { status: 'read' }> {
  const lines: PastedInput[] = [];
  let cursor: string | undefined;

  async function send(): Promise<ChunkAnswer<ReadText & { status: 'read' }>> {
    for (;;) {
      const reply = await call('read_pasted_text', { ...asked, ...(cursor !== undefined && { cursor }) });
      if (!reply.ok) return reply;
      const { parts } = reply;
      if (parts.kind !== 'list') return { ok: true, results: [{ status: 'read', ...parts }] };
      for (const entry of parts.entries) lines.push(inputOf(entry));
      ({ cursor } = reply);
      if (cursor === undefined || run.getProgress().phase === 'stopping')
        return { ok: true, results: [{ status: 'read', kind: 'list', lines, heading: parts.heading }] };
    }
  }

  const run = chunkedRun({ items: [asked], send }, clock);
  return run;
}

function inputOf(entry: PastedEntry): PastedInput {
  return typeof entry === 'string' ? { text: entry, values: [entry] } : { text: entry.values[0], ...entry };
}
