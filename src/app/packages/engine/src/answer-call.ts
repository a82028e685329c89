import type {
  Answer,
  AnswerOf,
  Check,
  FunctionError,
  FunctionUid,
  ParametersOf,
} from '@bulk-associate/contract';
import type { HubSpot } from './hubspot';

/** The work of one function. It gets checked parameters and does not reject. */
export type Handler<Uid extends FunctionUid> = (
  hubspot: HubSpot,
  parameters: ParametersOf<Uid>,
) => Promise<Answer<AnswerOf<Uid>>>;

/** The access of one call to an account. */
export interface Access {
  hubspot: HubSpot;
  /** Tokens in use during the call; they are removed from the answer. Read after the work, which may add some. */
  secrets: Iterable<string>;
  /** Receives an unexpected error, for a log. */
  onDefect?(error: unknown): void;
}

/**
 * Answers one call: checks the parameters, runs the handler, and removes tokens from the answer. Never rejects, because
 * the caller can pass no detail of an error to the card.
 */
export async function answerCall<Uid extends FunctionUid>(
  uid: Uid,
  check: Check<ParametersOf<Uid>>,
  handler: Handler<Uid>,
  parameters: unknown,
  access: Access | FunctionError,
): Promise<Answer<AnswerOf<Uid>>> {
  const checked = check(parameters);
  if (!checked.ok) return refuse({ code: 'INVALID_INPUT', message: checked.message });
  if ('code' in access) return refuse(access);
  try {
    return redacted(access.secrets, await handler(access.hubspot, checked.value));
  } catch (error) {
    access.onDefect?.(error);
    // The text of the error stays out of the answer: it may hold a token or customer data.
    return refuse({ code: 'INTERNAL', message: `The app function ${uid} has a defect. Please report it.` });
  }
}

/** Answers one call of a function that needs no access to an account: checks the parameters, and runs `read`. Never rejects. */
export async function answerWithoutAccess<Uid extends FunctionUid>(
  check: Check<ParametersOf<Uid>>,
  read: (parameters: ParametersOf<Uid>) => AnswerOf<Uid>,
  parameters: unknown,
): Promise<Answer<AnswerOf<Uid>>> {
  const checked = check(parameters);
  if (!checked.ok) return refuse({ code: 'INVALID_INPUT', message: checked.message });
  try {
    return { ok: true, ...read(checked.value) };
  } catch {
    // The text of the error stays out of the answer: it may hold customer data.
    return refuse({ code: 'INTERNAL', message: 'This app function has a defect. Please report it.' });
  }
}

function refuse(error: FunctionError): { ok: false; error: FunctionError } {
  return { ok: false, error };
}

/** HubSpot's messages are part of the answer, and one of them may repeat a token. */
function redacted<T>(secrets: Iterable<string>, answer: T): T {
  let text = JSON.stringify(answer);
  const found = [...secrets].filter((secret) => text.includes(secret));
  for (const secret of found) text = text.replaceAll(secret, '[token]');
  return found.length > 0 ? (JSON.parse(text) as T) : answer;
}
