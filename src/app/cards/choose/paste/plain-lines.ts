import type { PastedInput } from '@bulk-associate/contract';

/** An id, or an email address in which nothing can be taken for anything else. */
const plain = /^(?:[1-9]\d{0,18}|[a-z\d][\w.+-]*@(?:[a-z\d]+(?:-[a-z\d]+)*\.)+[a-z]{2,18})$/i;

/**
 * The lines of a text that has nothing but one id or email address in each: what `read_pasted_text` answers too, without the
 * call. Undefined for any other text.
 */
export function plainLines(text: string): PastedInput[] | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.every((line) => plain.test(line))
    ? lines.map((line) => ({ text: line, values: [line] }))
    : undefined;
}
