import type { FunctionUid } from '@bulk-associate/contract';
import {
  associate,
  collect,
  describe,
  findSegments,
  preview,
  remove,
  resolve,
  type Handler,
} from '@bulk-associate/engine';

/** The same work as the app functions', by uid. */
export const handlers: { readonly [Uid in FunctionUid]: Handler<Uid> } = {
  associate_records: associate,
  preview_associations: preview,
  remove_associations: remove,
  resolve_records: resolve,
  collect_records: collect,
  find_segments: findSegments,
  describe_objects: describe,
};

/** Whether a path names a function there is: `__proto__` is none. */
export function isFunctionUid(uid: string): uid is FunctionUid {
  return Object.hasOwn(handlers, uid);
}
