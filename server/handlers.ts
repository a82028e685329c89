import { checkMessages, checkPastedText, type FunctionUid } from '@bulk-associate/contract';
import {
  answerWithoutAccess,
  associate,
  collect,
  describe,
  describeProperties,
  findSegments,
  listAssociations,
  preview,
  remove,
  resolve,
  saveNote,
  suggest,
  type Handler,
} from '@bulk-associate/engine';
import { readHostedMessages } from '@bulk-associate/messages/hosted';
import { noteWords } from '@bulk-associate/messages/note';
import { answerPastedText } from '@bulk-associate/reading';

/** The app functions that send nothing to HubSpot, by uid: they need no access to an account. */
export const handlersWithoutAccess = {
  read_messages: (parameters: unknown) =>
    answerWithoutAccess<'read_messages'>(checkMessages, readHostedMessages, parameters),
  read_pasted_text: (parameters: unknown) =>
    answerWithoutAccess<'read_pasted_text'>(checkPastedText, answerPastedText, parameters),
};

type UidWithoutAccess = keyof typeof handlersWithoutAccess;
/** A function that works in an account. */
export type AccountFunctionUid = Exclude<FunctionUid, UidWithoutAccess>;

/** The handlers of the app functions that work in an account, by uid. */
export const handlers: { readonly [Uid in AccountFunctionUid]: Handler<Uid> } = {
  associate_records: associate,
  preview_associations: preview,
  remove_associations: remove,
  resolve_records: resolve,
  collect_records: collect,
  find_segments: findSegments,
  describe_objects: describe,
  list_associations: listAssociations,
  suggest_records: suggest,
  describe_properties: describeProperties,
  save_note: saveNote(noteWords),
};

/** Whether a function has this uid. Inherited names such as `__proto__` do not count. */
export function isFunctionUid(uid: string): uid is FunctionUid {
  return Object.hasOwn(handlers, uid) || Object.hasOwn(handlersWithoutAccess, uid);
}

/** Whether a function needs no access to an account. */
export function needsNoAccess(uid: string): uid is UidWithoutAccess {
  return Object.hasOwn(handlersWithoutAccess, uid);
}
