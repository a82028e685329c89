import { checkParameters, type Answer, type AnswerOf } from '@bulk-associate/contract';
import { answerCall } from '@bulk-associate/engine';
import type { Tokens } from '../accounts/tokens';
import { handlers, type AccountFunctionUid } from '../handlers';
import { traceOf, type Log } from '../log';
import { refusals } from '../refusals';
import type { Admission, Connections } from './connections';

/** More about a call. */
interface CallOptions {
  admission?: Admission;
  /** The address of the user whose call HubSpot has signed; empty if HubSpot names none. */
  signedUser?: string;
}

/** Answers calls of app functions with the tokens of the accounts. */
export class AccountCalls {
  constructor(
    private readonly parts: { tokens: Pick<Tokens, 'ready'>; connections: Connections; log: Log },
  ) {}

  /** Never rejects because of the function's work; rejects while the database is unavailable. */
  async answer<Uid extends AccountFunctionUid>(
    accountId: string,
    uid: Uid,
    parameters: unknown,
    { admission, signedUser }: CallOptions = {},
  ): Promise<Answer<AnswerOf<Uid>> | 'not_installed'> {
    const { tokens, connections, log } = this.parts;
    const startedAt = performance.now();
    const ready = await tokens.ready(accountId);
    if (ready.kind === 'not_installed') return 'not_installed';
    if (ready.kind === 'unavailable') {
      return answerCall(uid, checkParameters[uid], handlers[uid], parameters, refusals.hubspotUnavailable);
    }
    const connection = connections.to(ready.account);
    const { secrets } = connection;
    // The card waits 15 seconds in total, so the time of a token renewal is not available to the handler.
    const spentMs = performance.now() - startedAt;
    const hubspot = { ...connection.hubspotFor(admission), spentMs, ...(signedUser && { signedUser }) };
    const onDefect = (error: unknown) => log({ event: 'defect', uid, account: accountId, ...traceOf(error) });
    const answer = await answerCall(uid, checkParameters[uid], handlers[uid], parameters, {
      hubspot,
      secrets,
      onDefect,
    });
    // HubSpot refused the token and its renewal: the answer of the handler does not say that the app is uninstalled.
    return !answer.ok && connection.uninstalled ? 'not_installed' : answer;
  }
}
