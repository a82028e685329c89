import { Client } from '@hubspot/api-client';
import type {
  Answer,
  AnswerOf,
  Check,
  FunctionError,
  FunctionUid,
  ParametersOf,
} from '@bulk-associate/contract';
import {
  answerCall,
  createHubSpot,
  nodeEnvironment,
  type Access,
  type Environment,
  type Handler,
} from '@bulk-associate/engine';

/** What HubSpot passes to an app function. In calls from a card, only `parameters` is reliable. */
export interface FunctionContext {
  parameters?: unknown;
}

/**
 * Returns the `main` of an app function: `handler`, with its input check and the token that HubSpot injects. It never
 * throws: HubSpot passes no detail of a thrown error to the card.
 */
export function appFunction<Uid extends FunctionUid>(
  uid: Uid,
  check: Check<ParametersOf<Uid>>,
  handler: Handler<Uid>,
): (context?: FunctionContext) => Promise<Answer<AnswerOf<Uid>>> {
  return (context) => answerCall(uid, check, handler, context?.parameters, access());
}

const noToken: FunctionError = {
  code: 'UNAUTHORIZED',
  message:
    'This app has no access token. Ask an admin to install the app in this account (Development > Projects).',
};

/** Kept while the process is warm, because the engine keeps the batch sizes it has learned in it. */
let cached: { token: string; baseUrl: string | undefined; access: Access } | undefined;

function access(): Access | FunctionError {
  const token = process.env['PRIVATE_APP_ACCESS_TOKEN'];
  if (!token) return noToken;
  // Set for local runs and tests only; the client's default is HubSpot's address.
  const baseUrl = process.env['HUBSPOT_API_BASE_URL'];
  if (cached?.token !== token || cached.baseUrl !== baseUrl) {
    const hubspot = createHubSpot(nodeEnvironment(sendWith(token, baseUrl)));
    cached = { token, baseUrl, access: { hubspot, secrets: [token] } };
  }
  return cached.access;
}

/**
 * Uses `Client.apiRequest`, which resolves with the raw response: the client's typed methods throw at a 207. It takes no
 * abort signal, so a request that timed out is not cancelled; its late answer is ignored.
 */
function sendWith(token: string, baseUrl: string | undefined): Environment['send'] {
  const client = new Client({ accessToken: token, ...(baseUrl && { basePath: baseUrl }) });
  // Async, so that an error while the client builds the request becomes a rejection.
  return async (request) => client.apiRequest(request);
}
