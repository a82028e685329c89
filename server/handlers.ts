import type { FunctionUid } from '@bulk-associate/contract';
import {
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
import { noteWords } from '@bulk-associate/messages/note';

/** A function that works in an account. `read_messages` does not. */
export type AccountFunctionUid = Exclude<FunctionUid, 'read_messages'>;

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
  return uid === 'read_messages' || Object.hasOwn(handlers, uid);
}
