import type { Ledger } from '../run/ledger';

/** The longest name in the heading: what is longer is not read as a heading. */
const longestName = 30;

/**
 * The records of a run that were not sent, as a text that pasting reads as their ids, without a question: a heading, and an
 * id a line. What the heading has in brackets, the record that they were to be associated with, is for the person.
 */
export function restOf(heading: string, record: string, ledger: Ledger): string {
  const name = record.replace(/[(),;|\s]+/g, ' ').trim().slice(0, longestName); // prettier-ignore
  const ids = ledger.filter(({ outcome }) => outcome === 'not_sent').map((line) => line.record.id);
  return [`${heading} (${name})`, ...ids].join('\n');
}
