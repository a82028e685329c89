import type { FunctionError } from '@bulk-associate/contract';
import type { HubSpotResponse } from './environment';
import { errorOf, type HubSpotError } from './hubspot-error';
import { isJsonObject, type JsonObject, jsonObjectsIn } from './json';

/** What an HTTP response means for its request. */
export type ResponseClass =
  /** HubSpot processed the request, in part or in whole; the body holds the details. */
  | { kind: 'answered'; body: JsonObject }
  /** HubSpot did nothing, because of the request itself. */
  | { kind: 'refused'; status: number; error: HubSpotError }
  /** HubSpot did nothing; the request may be sent again after `ms` milliseconds. */
  | { kind: 'wait'; ms: number; reason: FunctionError }
  /** HubSpot did nothing, and no further request makes sense. */
  | { kind: 'stop'; reason: FunctionError }
  /** HubSpot may have processed the request or not. */
  | { kind: 'unclear'; reason: FunctionError };

/**
 * Classifies a response by status and body. Sources: HubSpot's error handling page for the statuses, bodies recorded
 * from HubSpot for the 429 policies. `body` is undefined where the text is no JSON object.
 */
export function classifyResponse(response: HubSpotResponse, body: JsonObject | undefined): ResponseClass {
  const { status } = response;
  const error = errorOf(body ?? {});
  // batch/archive succeeds without a body.
  if (status === 204) return { kind: 'answered', body: {} };
  if (status >= 200 && status < 300) {
    return body ? { kind: 'answered', body } : { kind: 'unclear', reason: unavailable(brokenOff, error) };
  }
  if (status === 401) return { kind: 'stop', reason: unauthorized(error) };
  if (status === 403) return { kind: 'stop', reason: forbidden(error, body) };
  if (status === 429) return rateLimited(response, error, body);
  // A record is locked by another write; HubSpot's locks last two seconds.
  if (status === 423) return { kind: 'wait', ms: 2_000, reason: unavailable(locked, error) };
  if (status === 477) return migrating(response, error);
  if (status >= 500) return { kind: 'unclear', reason: unavailable(faulty, error) };
  return { kind: 'refused', status, error };
}

const faulty = 'HubSpot had a fault of its own. Try again in a minute.';
const brokenOff = 'HubSpot’s answer broke off. Try again in a minute.';
const locked = 'Other changes to these records are under way in HubSpot. Try again in a minute.';

export const noAnswer: FunctionError = {
  code: 'HUBSPOT_UNAVAILABLE',
  message: 'HubSpot did not answer. Try again in a minute.',
};

export const outOfReach: FunctionError = {
  code: 'HUBSPOT_UNAVAILABLE',
  message: 'HubSpot could not be reached. Try again in a minute.',
};

function unavailable(message: string, { correlationId }: HubSpotError): FunctionError {
  return { code: 'HUBSPOT_UNAVAILABLE', message, ...(correlationId && { correlationId }) };
}

function unauthorized({ correlationId }: HubSpotError): FunctionError {
  return {
    code: 'UNAUTHORIZED',
    message: 'HubSpot refused this app’s access token. Ask an admin to install the app again.',
    ...(correlationId && { correlationId }),
  };
}

function forbidden(error: HubSpotError, body: JsonObject | undefined): FunctionError {
  const requiredScopes = scopesIn(body);
  const { correlationId, message, category } = error;
  if (category !== 'MISSING_SCOPES' && requiredScopes.length === 0) {
    return { code: 'HUBSPOT_REJECTED', message, ...(correlationId && { correlationId }) };
  }
  return {
    code: 'MISSING_SCOPES',
    message:
      requiredScopes.length > 0
        ? `This app lacks a permission. Ask an admin to install it again with: ${requiredScopes.join(', ')}.`
        : 'This app lacks a permission. Ask an admin to install it again.',
    ...(correlationId && { correlationId }),
    ...(requiredScopes.length > 0 && { requiredScopes }),
  };
}

/** HubSpot names the scopes in the context of the body or of its errors, under one of two property names. */
function scopesIn(body: JsonObject | undefined): string[] {
  if (!body) return [];
  const contexts = [body, ...jsonObjectsIn(body['errors'])]
    .map((part) => part['context'])
    .filter(isJsonObject);
  const scopes = contexts.flatMap((context) => [
    context['requiredGranularScopes'],
    context['requiredScopes'],
  ]);
  return [...new Set(scopes.flat().filter((scope) => typeof scope === 'string'))];
}

function rateLimited(
  response: HubSpotResponse,
  error: HubSpotError,
  body: JsonObject | undefined,
): ResponseClass {
  const policy = String(body?.['policyName'] ?? error.message).toUpperCase();
  const { correlationId } = error;
  const retryAfterMs = retryAfter(response);
  if (policy.includes('DAILY')) {
    return {
      kind: 'stop',
      reason: {
        code: 'DAILY_LIMIT',
        message:
          'This account has used all its HubSpot API calls for today. Go on after midnight, account time.',
        ...(correlationId && { correlationId }),
        ...(retryAfterMs !== undefined && { retryAfterMs }),
      },
    };
  }
  const ms = retryAfterMs ?? (policy.includes('TEN_SECONDLY') ? 10_000 : 1_000);
  const message = 'HubSpot asks for fewer calls. Go on in a few seconds.';
  return {
    kind: 'wait',
    ms,
    reason: { code: 'RATE_LIMITED', message, retryAfterMs: ms, ...(correlationId && { correlationId }) },
  };
}

/** HubSpot moves the account between data centres; `Retry-After` may be up to 24 hours. */
function migrating(response: HubSpotResponse, error: HubSpotError): ResponseClass {
  const ms = retryAfter(response) ?? 5_000;
  const reason = unavailable('HubSpot is moving this account’s data. Try again later.', error);
  return { kind: 'wait', ms, reason: { ...reason, retryAfterMs: ms } };
}

/** `Retry-After` in milliseconds; the header holds seconds or a date (RFC 9110, section 10.2.3). */
function retryAfter(response: HubSpotResponse): number | undefined {
  const value = response.headers.get('retry-after');
  if (value === null || value.trim() === '') return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(value);
  const sent = Date.parse(response.headers.get('date') ?? '');
  return Number.isNaN(date) || Number.isNaN(sent) ? undefined : Math.max(0, date - sent);
}
