import { operationNames } from '../run/operation';
import type { Clock } from '../run/clock';
import { isError, list, number, object, oneOf, text, type Check } from '../sdk/answers';
import { answerTo, badAnswer, noAnswer, type Transport } from '../sdk/call';
import type { CallError } from '../sdk/sdk';
import { runStates, type BackEndCalls, type BackEndUid } from '@bulk-associate/contract';

/** The result of a call that only the back end answers. */
export type BackEndReply<Uid extends BackEndUid> =
  ({ ok: true } & BackEndCalls[Uid]['answer']) | { ok: false; error: CallError };

/** Makes a call that only the back end answers. Never rejects. */
export type CallBackEnd = <Uid extends BackEndUid>(
  uid: Uid,
  parameters: BackEndCalls[Uid]['parameters'],
) => Promise<BackEndReply<Uid>>;

const isStatus = object({
  run: text,
  toObjectType: text,
  operation: object({ name: oneOf(operationNames) }),
  createdAt: number,
  phase: oneOf(['run', 'undo']),
  state: oneOf(runStates),
  revision: number,
  total: number,
  work: object({ total: number, settled: number }),
  outcomes: object({}),
  undone: object({}),
});
const isRun = object({ status: isStatus });

/** What the card relies on in each answer. */
const shapes: Partial<Record<BackEndUid, Check>> = {
  start_run: isRun,
  begin_run: isRun,
  read_run: isRun,
  stop_run: isRun,
  continue_run: isRun,
  undo_run: isRun,
  read_run_lines: object({ lines: list(object({ id: text, position: number, outcome: text })) }),
  list_runs: object({ runs: list(isStatus) }),
  open_administration: object({ url: text }),
};

/** Makes the calls through `transport`. */
export function callBackEndThrough(transport: Transport, clock: Clock): CallBackEnd {
  return async <Uid extends BackEndUid>(uid: Uid, parameters: BackEndCalls[Uid]['parameters']) => {
    const answer = await answerTo(transport, clock, uid, parameters);
    if (!answer) return { ok: false, error: noAnswer };
    const { value } = answer;
    const isRight =
      (object({ ok: oneOf([true]) })(value) && (shapes[uid]?.(value) ?? true)) ||
      object({ ok: oneOf([false]), error: isError })(value);
    return isRight ? (value as BackEndReply<Uid>) : { ok: false, error: badAnswer };
  };
}

/** Whether a run works, or waits to. */
export function isGoing({ state }: { state: string }): boolean {
  return state !== 'ended';
}
