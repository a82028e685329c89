import { jsonBytes, maxPastedBytes } from '@bulk-associate/contract';

/** What a part leaves free for the heading of the list, which goes before each. */
const mostBytes = maxPastedBytes - 1_000;

/** The beginning of JSON, HTML and vCards, which cannot be cut at a line. */
const ofOtherFormat = /^\s*(?:[[{<]|BEGIN:)/;

/** Parts of a text that a call takes, cut between lines. None if that is not possible. */
export function textParts(text: string): string[] {
  if (jsonBytes(text) <= maxPastedBytes) return [text];
  if (ofOtherFormat.test(text)) return [];
  const parts: string[] = [];
  let lines: string[] = [];
  let bytes = 0;
  for (const line of text.split('\n')) {
    const size = jsonBytes(line);
    if (size > mostBytes) return [];
    if (bytes + size > mostBytes) {
      parts.push(lines.join('\n'));
      lines = [];
      bytes = 0;
    }
    lines.push(line);
    bytes += size;
  }
  return [...parts, lines.join('\n')];
}
