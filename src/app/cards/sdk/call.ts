import type { FunctionUid, ParametersOf } from '@bulk-associate/contract';
import type { Clock } from '../run/clock';
import { readAnswer } from './answers';
import type { Call, CallError, Reply } from './sdk';

/** HubSpot's way of running a function: resolves with what it returned, rejects when it crashed or timed out. */
export type Transport = (uid: string, options: { parameters: never }) => Promise<unknown>;

/** HubSpot ends a function after 15 seconds; whatever comes later than this is not coming. */
const deadlineMs = 45_000;

/** The error of a call on which there is no word. */
export const noAnswer: CallError = { code: 'NO_ANSWER', message: 'The app function did not answer.' };
const badAnswer: CallError = { code: 'BAD_ANSWER', message: 'The app function answered something else.' };

/** Calls app functions through `transport`; a rejection, silence or garbage becomes an error that is a value. */
export function callThrough(transport: Transport, clock: Clock): Call {
  return async <Uid extends FunctionUid>(uid: Uid, parameters: ParametersOf<Uid>): Promise<Reply<Uid>> => {
    const answer = await Promise.race([
      send(transport, uid, parameters),
      clock.sleep(deadlineMs).then(() => undefined),
    ]);
    if (!answer) return { ok: false, error: noAnswer };
    return readAnswer(uid, parameters, answer.value) ?? { ok: false, error: badAnswer };
  };
}

async function send(
  transport: Transport,
  uid: string,
  parameters: object,
): Promise<{ value: unknown } | undefined> {
  try {
    return { value: await transport(uid, { parameters: parameters as never }) };
  } catch {
    // HubSpot's error text names the function's internals and helps nobody on a record page.
    return undefined;
  }
}
