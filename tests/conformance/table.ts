import type { Belief } from './assumptions';
import type { Settled } from './conformance';

/** Account and date of the findings. */
export interface Circumstances {
  account: string;
  date: string;
}

/** The findings as Markdown, to be pasted into an issue. */
export function toMarkdown(
  { account, date }: Circumstances,
  beliefs: readonly Belief[],
  settled: readonly Settled[],
): string {
  const rows = beliefs.flatMap(({ number, belief, probes }) =>
    settled
      .filter(({ name }) => probes.includes(name))
      .map(({ name, seen, verdict }) => [String(number), belief, `\`${name}\``, seen, `**${verdict}**`]),
  );
  const unasked = beliefs.filter(({ why }) => why !== undefined);
  return [
    `What ${account} answered on ${date}:`,
    '',
    line(['#', 'belief', 'probe', 'seen', 'verdict']),
    line(['--:', '---', '---', '---', '---']),
    ...rows.map(line),
    '',
    ...(unasked.length > 0 ? ['Beliefs that no call settles:', ''] : []),
    ...unasked.map(({ number, belief, why }) => `- ${number}: ${belief} (${why})`),
  ].join('\n');
}

/** Escapes the characters of a cell that have a meaning in a table. */
function line(cells: string[]): string {
  const text = cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' '));
  return `| ${text.join(' | ')} |`;
}
