import { checkPastedText } from '@bulk-associate/contract';
import { answerWithoutAccess } from '@bulk-associate/engine';
import { answerPastedText } from '@bulk-associate/reading';
import type { FunctionContext } from './app-function';

/** Takes a pasted text apart: `PastedTextParameters` to `PastedTextAnswer`. It uses no token, and keeps nothing. */
export const main = (context?: FunctionContext) =>
  answerWithoutAccess<'read_pasted_text'>(checkPastedText, answerPastedText, context?.parameters);
