import { objectTypeIds } from '@bulk-associate/contract';
import { lineOf, withRefusals } from '../src/app/cards/choose/paste/pasted-line';
import { readPastedText } from '../src/app/cards/choose/paste/reading/read-pasted-text';
import { rowsOf } from '../src/app/cards/choose/paste/reading/rows';

/** What the card does with a pasted text until it calls a function: how many values there are to be looked up. */
export function readForLookUp(text: string, objectType: string = objectTypeIds.contact): number {
  const context = { objectType };
  const pasted = readPastedText(text, context);
  if (pasted.kind === 'askNumbers') return 0;
  const inputs = pasted.kind === 'list' ? pasted.lines : rowsOf(pasted.columns, pasted.suggested, context);
  return inputs.map((input) => withRefusals(lineOf(input))).length;
}
