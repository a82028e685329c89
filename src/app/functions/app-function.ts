import { Client } from '@hubspot/api-client';
import {
  checkParameters,
  type Answer,
  type AnswerOf,
  type FunctionError,
  type FunctionUid,
  type ParametersOf,
} from '@bulk-associate/contract';
import { createHubSpot, nodeEnvironment, type Environment, type HubSpot } from '@bulk-associate/engine';

/** What HubSpot passes to an app function. Only `parameters` is reliable for calls from a card. */
export interface FunctionContext {
  parameters?: unknown;
}

type Handler<Uid extends FunctionUid> = (
  hubspot: HubSpot,
  parameters: ParametersOf<Uid>,
) => Promise<Answer<AnswerOf<Uid>>>;

/**
 * Makes the `main` of an app function out of the work it does: checks the parameters, finds the token, and answers.
 * It never throws: HubSpot tells the card no more of a thrown error than that there was one.
 */
export function appFunction<Uid extends FunctionUid>(
  uid: Uid,
  handler: Handler<Uid>,
): (context?: FunctionContext) => Promise<Answer<AnswerOf<Uid>>> {
  return async (context) => {
    const checked = checkParameters[uid](context?.parameters);
    if (!checked.ok) return refuse({ code: 'INVALID_INPUT', message: checked.message });
    const token = process.env['PRIVATE_APP_ACCESS_TOKEN'];
    if (!token) return refuse(noToken);
    try {
      return withoutToken(token, await handler(hubspotWith(token), checked.value));
    } catch {
      // The error itself is not told: its text may hold anything.
      return refuse({ code: 'INTERNAL', message: `The app function ${uid} has a defect. Please report it.` });
    }
  };
}

const noToken: FunctionError = {
  code: 'UNAUTHORIZED',
  message:
    'This app has no access token. Ask an admin to install the app in this account (Development > Projects).',
};

function refuse(error: FunctionError): { ok: false; error: FunctionError } {
  return { ok: false, error };
}

/** One a token, kept while the process is warm, because the engine remembers what it has learned. */
let known: { token: string; baseUrl: string | undefined; hubspot: HubSpot } | undefined;

function hubspotWith(token: string): HubSpot {
  // Set for local runs and tests only; HubSpot's own address is the client's default.
  const baseUrl = process.env['HUBSPOT_API_BASE_URL'];
  if (known?.token !== token || known.baseUrl !== baseUrl) {
    known = { token, baseUrl, hubspot: createHubSpot(nodeEnvironment(sendWith(token, baseUrl))) };
  }
  return known.hubspot;
}

/**
 * `Client.apiRequest` answers with the raw response, so that a 207 is a value: the client's typed methods turn it into
 * an exception. It knows no abort signal; a request that is no longer waited for dies with its connection.
 */
function sendWith(token: string, baseUrl: string | undefined): Environment['send'] {
  const client = new Client({ accessToken: token, ...(baseUrl && { basePath: baseUrl }) });
  // Async, so that a request the client cannot even build is a rejection like any other.
  return async (request) => client.apiRequest(request);
}

/** HubSpot's messages are passed on; should one ever repeat the token, it does not get further than here. */
function withoutToken<T>(token: string, answer: T): T {
  const text = JSON.stringify(answer);
  return text.includes(token) ? (JSON.parse(text.replaceAll(token, '[token]')) as T) : answer;
}
