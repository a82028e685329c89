import { isJsonObject, type JsonObject } from './json';
import { takeRecordedResults } from './recorded-results';

/**
 * Parses a body exactly: a whole number of 16 digits or more becomes a string, because `batch/read` sends record ids
 * as JSON numbers and those round above 2^53. Undefined for anything but a JSON object (HTML, nothing, a torn body).
 */
export function parseBody(text: string): JsonObject | undefined {
  const taken = takeRecordedResults(text);
  try {
    const value = parseExactly(taken?.rest ?? text);
    return isJsonObject(value) ? { ...value, ...(taken && { results: taken.results }) } : undefined;
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
