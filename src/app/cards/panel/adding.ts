import { isLookingUp } from '../choose/paste/pasting';
import type { Draft } from './state';

/** Whether records are still being added to the selection. A review would miss them. */
export function isAdding({ collecting, pasting }: Draft): boolean {
  return collecting.name === 'collecting' || isLookingUp(pasting);
}
