import { Client } from '@hubspot/api-client';
import type { Answer, AnswerOf, FunctionError, FunctionUid } from '@bulk-associate/contract';
import {
  answerCall,
  createHubSpot,
  nodeEnvironment,
  type Access,
  type Environment,
  type Handler,
} from '@bulk-associate/engine';

/** What HubSpot passes to an app function. Only `parameters` is reliable for calls from a card. */
export interface FunctionContext {
  parameters?: unknown;
}

/**
 * Makes the `main` of an app function out of the work it does, with the token that HubSpot injects. It never throws:
 * HubSpot tells the card no more of a thrown error than that there was one.
 */
export function appFunction<Uid extends FunctionUid>(
  uid: Uid,
  handler: Handler<Uid>,
): (context?: FunctionContext) => Promise<Answer<AnswerOf<Uid>>> {
  return (context) => answerCall(uid, handler, context?.parameters, access());
}

const noToken: FunctionError = {
  code: 'UNAUTHORIZED',
  message:
    'This app has no access token. Ask an admin to install the app in this account (Development > Projects).',
};

/** One a token, kept while the process is warm, because the engine remembers what it has learned. */
let known: { token: string; baseUrl: string | undefined; access: Access } | undefined;

function access(): Access | FunctionError {
  const token = process.env['PRIVATE_APP_ACCESS_TOKEN'];
  if (!token) return noToken;
  // Set for local runs and tests only; HubSpot's own address is the client's default.
  const baseUrl = process.env['HUBSPOT_API_BASE_URL'];
  if (known?.token !== token || known.baseUrl !== baseUrl) {
    const hubspot = createHubSpot(nodeEnvironment(sendWith(token, baseUrl)));
    known = { token, baseUrl, access: { hubspot, secrets: [token] } };
  }
  return known.access;
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
