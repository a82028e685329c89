import { checkMessages } from '@bulk-associate/contract';
import { answerWithoutAccess } from '@bulk-associate/engine';
import { readMessages } from '@bulk-associate/messages/panel';
import type { FunctionContext } from './app-function';

/** Returns the messages of the panel in one language: `MessagesParameters` to `MessagesAnswer`. It uses no token. */
export const main = (context?: FunctionContext) =>
  answerWithoutAccess<'read_messages'>(checkMessages, readMessages, context?.parameters);
