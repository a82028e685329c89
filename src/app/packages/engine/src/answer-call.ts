import {
  checkParameters,
  type Answer,
  type AnswerOf,
  type FunctionError,
  type FunctionUid,
  type ParametersOf,
} from '@bulk-associate/contract';
import type { HubSpot } from './hubspot';

/** The work of one function: its parameters are checked, and it does not reject. */
export type Handler<Uid extends FunctionUid> = (
  hubspot: HubSpot,
  parameters: ParametersOf<Uid>,
) => Promise<Answer<AnswerOf<Uid>>>;

/** How a call may reach an account. */
export interface Access {
  hubspot: HubSpot;
  /** Tokens that may be in use during the call; none of them is ever part of the answer. Read after the work. */
  secrets: Iterable<string>;
  /** Is told of an error that nobody expected, for a log. */
  onDefect?(error: unknown): void;
}

/**
 * Answers one call, wherever it comes from: checks the parameters, does the work with the access there is, and keeps
 * tokens out of the answer. Never rejects: whoever calls can tell the card no more of an error than that there was one.
 */
export async function answerCall<Uid extends FunctionUid>(
  uid: Uid,
  handler: Handler<Uid>,
  parameters: unknown,
  access: Access | FunctionError,
): Promise<Answer<AnswerOf<Uid>>> {
  const checked = checkParameters[uid](parameters);
  if (!checked.ok) return refuse({ code: 'INVALID_INPUT', message: checked.message });
  if ('code' in access) return refuse(access);
  try {
    return redacted(access.secrets, await handler(access.hubspot, checked.value));
  } catch (error) {
    access.onDefect?.(error);
    // The error itself is not told: its text may hold anything.
    return refuse({ code: 'INTERNAL', message: `The app function ${uid} has a defect. Please report it.` });
  }
}

function refuse(error: FunctionError): { ok: false; error: FunctionError } {
  return { ok: false, error };
}

/** HubSpot's messages are passed on; should one ever repeat a token, it does not get further than here. */
function redacted<T>(secrets: Iterable<string>, answer: T): T {
  let text = JSON.stringify(answer);
  const found = [...secrets].filter((secret) => text.includes(secret));
  for (const secret of found) text = text.replaceAll(secret, '[token]');
  return found.length > 0 ? (JSON.parse(text) as T) : answer;
}
