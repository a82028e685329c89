import { isJsonObject, type JsonObject } from './json';
import { takeRecordedResults } from './recorded-results';

/**
 * Parses a body without rounding: a whole number of 16 digits or more becomes a string, because `batch/read` sends record
 * ids as JSON numbers, which are exact only up to 2^53. Undefined for anything but a JSON object (HTML, an empty or cut
 * off body).
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
  // Most bodies have no such number, and this test costs less than the replacement.
  return JSON.parse(/[:[,]\s*-?\d{16}/.test(json) ? quoteLongNumbers(json) : json);
}

function quoteLongNumbers(json: string): string {
  // Strings are matched first and stay unchanged, so that digits inside a label are not quoted.
  return json.replace(/"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g, (token) =>
    token.startsWith('"') ? token : `"${token}"`,
  );
}
