/** Marks digits that `toJson` writes without quotes. No property value begins with this control character. */
const mark = '\u0001';
const escapedMark = '\\u0001';

/** A JSON number with all its digits: JavaScript's numbers lose digits above 2^53. */
export class WireNumber {
  constructor(readonly digits: string) {}

  /** For `toJson` only: `JSON.stringify` alone leaves the mark in the text. */
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
  // Strings match first and are returned unchanged, so that digits inside them are not replaced.
  const quoted = text.replace(
    /"(?:[^"\\]|\\.)*"|(\d{16,})(?![\d.eE])/g,
    (token, digits: string | undefined) => (digits === undefined ? token : `"${escapedMark}${digits}"`),
  );
  return JSON.parse(quoted, (_, value: unknown) =>
    typeof value === 'string' && value.startsWith(mark) ? new WireNumber(value.slice(1)) : value,
  ) as unknown;
}
