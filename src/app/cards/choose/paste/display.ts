/** A pasted value for display: control characters replaced, and cut. */
export function forDisplay(value: string, most = 80): string {
  const text = value.replace(/\p{Cc}/gu, '\u00B7');
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
