import type { FunctionUid, ParametersOf } from '@bulk-associate/contract';
import type { Clock } from '../run/clock';
import { readAnswer } from './answers';
import type { Call, CallError, Reply } from './sdk';

/** Runs an app function. Resolves with its return value; rejects when it crashed or timed out. */
export type Transport = (uid: string, options: { parameters: never }) => Promise<unknown>;

/** After this time no answer is expected: HubSpot ends a function after 15 seconds. */
const deadlineMs = 45_000;

/** The error of a call without an answer. */
export const noAnswer: CallError = { code: 'NO_ANSWER', message: 'The app function did not answer.' };
/** The error of an answer that breaks the contract. */
export const badAnswer: CallError = {
  code: 'BAD_ANSWER',
  message: 'The app function answered something else.',
};

/** Makes the `Call` that uses `transport`. A rejection, a missing answer or a malformed one becomes an error value. */
export function callThrough(transport: Transport, clock: Clock): Call {
  return async <Uid extends FunctionUid>(uid: Uid, parameters: ParametersOf<Uid>): Promise<Reply<Uid>> => {
    const answer = await answerTo(transport, clock, uid, parameters);
    if (!answer) return { ok: false, error: noAnswer };
    return readAnswer(uid, parameters, answer.value) ?? { ok: false, error: badAnswer };
  };
}

/** The answer to a call, whatever it is. Undefined if none came in time. */
export function answerTo(
  transport: Transport,
  clock: Clock,
  uid: string,
  parameters: object,
): Promise<{ value: unknown } | undefined> {
  return Promise.race([send(transport, uid, parameters), clock.sleep(deadlineMs).then(() => undefined)]);
}

async function send(
  transport: Transport,
  uid: string,
  parameters: object,
): Promise<{ value: unknown } | undefined> {
  try {
    return { value: await transport(uid, { parameters: parameters as never }) };
  } catch {
    // The error is not shown: HubSpot's text names internals of the function and does not help a user.
    return undefined;
  }
}
