import type { FunctionUid, ParametersOf } from '@bulk-associate/contract';
import { observable } from '../state/observable';
import type { Call, Reply } from './sdk';

/**
 * Creates the memory of the replies of app functions for a session. A function is called once for the same parameters, until
 * its replies are forgotten, or a retry is asked for.
 */
export function rememberReplies(call: Call) {
  const changes = observable(0);
  const entries = new Map<string, { reply?: unknown }>();
  const onChange = () => changes.set(changes.get() + 1);
  const keyOf = (uid: FunctionUid, parameters: object) => `${uid} ${JSON.stringify(parameters)}`;

  function request<Uid extends FunctionUid>(uid: Uid, parameters: ParametersOf<Uid>): void {
    const key = keyOf(uid, parameters);
    if (entries.has(key)) return;
    const entry: { reply?: unknown } = {};
    entries.set(key, entry);
    void call(uid, parameters).then((reply) => {
      // An answer from before it was forgotten may no longer be true.
      if (entries.get(key) !== entry) return;
      entry.reply = reply;
      onChange();
    });
  }

  return {
    subscribe: changes.subscribe,
    /** A number that changes when a reply has arrived or was forgotten. */
    getVersion: changes.get,
    /** The reply to these parameters. Undefined until it arrives. */
    get: <Uid extends FunctionUid>(uid: Uid, parameters: ParametersOf<Uid>) =>
      entries.get(keyOf(uid, parameters))?.reply as Reply<Uid> | undefined,
    /** Calls the function, if it was not called with these parameters yet. */
    request,
    /** Calls the function again. */
    retry<Uid extends FunctionUid>(uid: Uid, parameters: ParametersOf<Uid>): void {
      entries.delete(keyOf(uid, parameters));
      request(uid, parameters);
      onChange();
    },
    /** Forgets all replies of a function, because they may no longer be true. */
    forget(uid: FunctionUid): void {
      for (const key of entries.keys()) if (key.startsWith(`${uid} `)) entries.delete(key);
      onChange();
    },
  };
}
