import type { OutcomeError } from '@bulk-associate/contract';
import { idOf, isJsonObject, type JsonObject, jsonObjectsIn, textOf } from './json';

/** An error body of HubSpot, or an entry in the `errors` of a batch answer. In HubSpot's JSON every field may be missing. */
export interface HubSpotError {
  message: string;
  category?: string;
  subCategory?: string;
  correlationId?: string;
  /** For example `{ id: ['5'] }` or `{ fromObjectId: ['5'] }`. */
  context: Record<string, string[]>;
  /** The single faults of a request, where HubSpot lists them. */
  details?: HubSpotError[];
}

const longestMessage = 1000;

export function errorOf(body: JsonObject): HubSpotError {
  const message = textOf(body['message']) ?? 'HubSpot gave no reason.';
  const category = textOf(body['category']) ?? textOf(body['errorType']);
  // HubSpot’s published file types it as an object; its answers carry a string.
  const subCategory = textOf(body['subCategory']);
  const correlationId = textOf(body['correlationId']);
  const details = jsonObjectsIn(body['errors']).map(errorOf);
  return {
    message: message.slice(0, longestMessage),
    ...(category && { category }),
    ...(subCategory && { subCategory }),
    ...(correlationId && { correlationId }),
    context: contextOf(body['context']),
    ...(details.length > 0 && { details }),
  };
}

function contextOf(value: unknown): Record<string, string[]> {
  if (!isJsonObject(value)) return {};
  const entries = Object.entries(value).map(([name, values]): [string, string[]] => [
    name,
    (Array.isArray(values) ? values : [values]).map(idOf).filter((text) => text !== undefined),
  ]);
  return Object.fromEntries(entries);
}

/** Categories of errors that the same request would get again. */
const finalCategories =
  /VALIDATION|NOT_FOUND|INVALID|CONFLICT|SCOPES|UNAUTHORIZED|BANNED|FORBIDDEN|LIMIT_EXCEEDED/;

export function outcomeError(error: HubSpotError): OutcomeError {
  const { message, category, subCategory, correlationId } = error;
  return {
    message,
    ...(category && { category }),
    ...(subCategory && { subCategory }),
    ...(correlationId && { correlationId }),
    retryable: category === undefined || !finalCategories.test(category),
  };
}
