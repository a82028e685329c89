/** Marks digits that are to stand in JSON without quotes. No text that HubSpot holds begins with it. */
const mark = '\u0001';
const escapedMark = '\\u0001';

/** A JSON number with all its digits, which JavaScript's own numbers lose above 2^53. */
export class WireNumber {
  constructor(readonly digits: string) {}

  /** For `toJson` alone: plain `JSON.stringify` leaves the mark in. */
  toJSON(): string {
    return `${mark}${this.digits}`;
  }
}

/** JSON text in which every `WireNumber` is a number with all its digits. */
export function toJson(body: object): string {
  const text = JSON.stringify(body);
  return text.includes(escapedMark) ? text.replace(/"\\u0001(\d+)"/g, '$1') : text;
}

/** Parses JSON exactly: whole numbers of 16 digits and more become `WireNumber`. Throws what `JSON.parse` throws. */
export function fromJson(text: string): unknown {
  if (!/\d{16}/.test(text)) return JSON.parse(text) as unknown;
  // Strings are matched first and left alone, so that digits inside of them stay as they are.
  const quoted = text.replace(
    /"(?:[^"\\]|\\.)*"|(\d{16,})(?![\d.eE])/g,
    (token, digits: string | undefined) => (digits === undefined ? token : `"${escapedMark}${digits}"`),
  );
  return JSON.parse(quoted, (_, value: unknown) =>
    typeof value === 'string' && value.startsWith(mark) ? new WireNumber(value.slice(1)) : value,
  ) as unknown;
}
