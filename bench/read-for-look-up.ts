import { maxPastedBytes, objectTypeIds, type PastedTextAnswer } from '@bulk-associate/contract';
import { answerPastedText } from '@bulk-associate/reading';

/** What the function does with a pasted text, all pages of it: how many values there are to be looked up. */
export function readForLookUp(text: string, objectType: string = objectTypeIds.contact): number {
  const asked = { objectType, text: text.slice(0, maxPastedBytes) };
  const answer = answerPastedText(asked);
  const { parts } = answer;
  if (parts.kind === 'askNumbers') return 0;
  const columns = parts.kind === 'table' ? { columns: parts.suggested } : {};
  let count = 0;
  let page: PastedTextAnswer | undefined =
    parts.kind === 'list' ? answer : answerPastedText({ ...asked, ...columns });
  while (page) {
    if (page.parts.kind === 'list') count += page.parts.entries.length;
    const { cursor }: PastedTextAnswer = page;
    page = cursor === undefined ? undefined : answerPastedText({ ...asked, ...columns, cursor });
  }
  return count;
}
