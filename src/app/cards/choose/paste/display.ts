/** A pasted value for display: control characters replaced, and cut to 80 characters. */
export function forDisplay(value: string): string {
  const text = value.replace(/\p{Cc}/gu, '\u00B7');
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
