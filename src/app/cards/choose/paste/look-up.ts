import { chunkedRun, type ChunkAnswer, type ChunkedRun } from '../../run/chunked-run';
import type { CallError, Sdk } from '../../sdk/sdk';
import { isOpen, nextNumbers, nextValue, withAnswer, withRefusals, type PastedLine } from './pasted-line';

/** What looking up needs. */
export interface LookUpContext {
  sdk: Pick<Sdk, 'call' | 'clock' | 'portalId'>;
  objectType: string;
  isSelf: (id: string) => boolean;
}

/** A run over lines, and the lines as they stand at any time. */
export interface LookUp {
  run: ChunkedRun<PastedLine>;
  getLines: () => PastedLine[];
}

/** A line that changes with each answer. */
interface Item {
  line: PastedLine;
}

/**
 * Looks lines up, value by value: what a value does not settle, the line's next one may. Lines that HubSpot was not reached
 * for are sent again as long as others of their chunk are settled.
 */
export function lookUp(lines: readonly PastedLine[], { sdk, objectType, isSelf }: LookUpContext): LookUp {
  const { call, clock, portalId } = sdk;
  const items = lines.map((line): Item => ({ line }));

  async function send(chunk: Item[]): Promise<ChunkAnswer<PastedLine>> {
    const unanswered = new Set<Item>();
    let error: CallError | undefined;
    let asked = toAsk(chunk, unanswered);
    while (asked.length > 0 && !error && run.getProgress().phase !== 'stopping') {
      error = await ask(asked, unanswered);
      asked = toAsk(chunk, unanswered);
    }
    const isAnySettled = chunk.some(({ line }) => !isOpen(line));
    if (error && !isAnySettled) return { ok: false, error };
    const isGivenUp = !isAnySettled && asked.length === 0;
    const results = chunk.map(({ line }) => (isGivenUp || !isOpen(line) ? line : undefined));
    return { ok: true, results, stopped: error };
  }

  function toAsk(chunk: Item[], unanswered: ReadonlySet<Item>): Item[] {
    for (const item of chunk) item.line = withRefusals(item.line);
    return chunk.filter((item) => isOpen(item.line) && !unanswered.has(item));
  }

  /** Sends the next value of each item. */
  async function ask(asked: Item[], unanswered: Set<Item>): Promise<CallError | undefined> {
    const distinct = new Map(asked.map(({ line }) => [keyOf(line), line]));
    const values = [...distinct.values()].map(nextValue);
    const numbers = [...distinct.values()].map(nextNumbers);
    const parameters = { objectType, portalId, values, ...(numbers.some(Boolean) && { numbers }) };
    const reply = await call('resolve_records', parameters);
    if (!reply.ok) return reply.error;
    const answers = new Map([...distinct.keys()].map((key, index) => [key, reply.lines[index]]));
    for (const item of asked) {
      const answer = answers.get(keyOf(item.line));
      if (!answer || answer.status === 'unknown') unanswered.add(item);
      else item.line = withAnswer(item.line, answer, isSelf);
    }
    return undefined;
  }

  // One call at a time: one call alone may use up HubSpot's five searches a second, a limit of the whole account.
  const run = chunkedRun({ items, send }, clock);
  return { run, getLines: () => items.map(({ line }) => line) };
}

/** Lines with the same key ask the same. */
function keyOf(line: PastedLine): string {
  return `${nextNumbers(line)} ${nextValue(line)}`;
}
