import type { OutcomeError } from '@bulk-associate/contract';
import { takeRecordedResults } from './recorded-results';

/** A JSON object from HubSpot, of which nothing is certain. */
export interface Wire {
  readonly [name: string]: unknown;
}

/**
 * Parses a body exactly: a whole number of 16 digits or more becomes a string, because `batch/read` sends record ids
 * as JSON numbers and those round above 2^53. Undefined for anything but a JSON object (HTML, nothing, a torn body).
 */
export function parseWire(text: string): Wire | undefined {
  const taken = takeRecordedResults(text);
  try {
    const value = parseExactly(taken?.rest ?? text);
    return isWire(value) ? { ...value, ...(taken && { results: taken.results }) } : undefined;
  } catch {
    return undefined;
  }
}

function parseExactly(json: string): unknown {
  // Only a number outside a string can round: that is rare, and cheap to rule out.
  return JSON.parse(/[:[,]\s*-?\d{16}/.test(json) ? quoteLongNumbers(json) : json);
}

function quoteLongNumbers(json: string): string {
  // Strings are matched first and left alone, so that digits inside a label stay as they are.
  return json.replace(/"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g, (token) =>
    token.startsWith('"') ? token : `"${token}"`,
  );
}

export function isWire(value: unknown): value is Wire {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function wires(value: unknown): Wire[] {
  return Array.isArray(value) ? value.filter(isWire) : [];
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** An id as a string, whether HubSpot sent it as a string or as a number. */
export function idOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}

export function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** What HubSpot says is wrong: in an error body, or in the `errors` of a batch answer. Every field may be missing. */
export interface HubSpotError {
  message: string;
  category?: string;
  subCategory?: string;
  correlationId?: string;
  /** Strings by name, as HubSpot puts them: `{ id: ['5'] }`, `{ fromObjectId: ['5'] }`. */
  context: Record<string, string[]>;
}

const longestMessage = 1000;

export function errorOf(body: Wire): HubSpotError {
  const message = textOf(body['message']) ?? 'HubSpot gave no reason.';
  const category = textOf(body['category']) ?? textOf(body['errorType']);
  // Typed as an object in HubSpot's published file, a string on the wire.
  const subCategory = textOf(body['subCategory']);
  const correlationId = textOf(body['correlationId']);
  return {
    message: message.slice(0, longestMessage),
    ...(category && { category }),
    ...(subCategory && { subCategory }),
    ...(correlationId && { correlationId }),
    context: contextOf(body['context']),
  };
}

function contextOf(value: unknown): Record<string, string[]> {
  if (!isWire(value)) return {};
  const entries = Object.entries(value).map(([name, values]): [string, string[]] => [
    name,
    (Array.isArray(values) ? values : [values]).map(idOf).filter((text) => text !== undefined),
  ]);
  return Object.fromEntries(entries);
}

/** Categories under which HubSpot will say the same again, however often it is asked. */
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
