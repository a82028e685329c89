/** A row of docs/assumptions.md. */
export interface Belief {
  number: number;
  belief: string;
  /** The heading above its table: what happens if it is wrong. */
  group: string;
  /** Names of the cases that settle it; none where no call can. */
  probes: string[];
  /** Why no call settles it. */
  why?: string;
}

/** An entry of the list of what to ask first. */
export interface FirstQuestion {
  /** The number of the belief. */
  number: number;
  /** The cases that the entry names. */
  probes: string[];
}

/** The contents of docs/assumptions.md, in its order. */
export interface Assumptions {
  first: FirstQuestion[];
  beliefs: Belief[];
}

const columns = ['#', 'belief', 'evidence', 'if it is wrong', 'probe'];

/** Reads docs/assumptions.md: the list of what to ask first, and one table a heading. Throws where a row is not whole. */
export function readAssumptions(markdown: string): Assumptions {
  const sections = markdown.split(/^## /m).slice(1);
  return {
    first: sections.flatMap((text) => text.split(/^\d+\. /m).slice(1).map(questionIn)), // prettier-ignore
    beliefs: sections.flatMap(beliefsIn),
  };
}

/** The cases in the order in which the page names them: who stops the probe early has asked the important ones. */
export function inOrderOf<T extends { name: string }>(
  { first, beliefs }: Assumptions,
  cases: readonly T[],
): T[] {
  const names = [...first, ...beliefs].flatMap(({ probes }) => probes);
  return [...cases].sort((one, other) => names.indexOf(one.name) - names.indexOf(other.name));
}

function questionIn(text: string): FirstQuestion {
  const number = /^\*\*(\d+)\*\*: /.exec(text)?.[1];
  if (number === undefined) throw new Error(`A question names no belief: ${text.trim()}`);
  return { number: Number(number), probes: namesIn(text) };
}

function beliefsIn(section: string): Belief[] {
  const [group = '', ...lines] = section.split('\n');
  const rows = lines.filter((line) => line.startsWith('|')).map(cellsOf);
  if (rows.length === 0) return [];
  const [head = [], , ...body] = rows;
  if (head.join() !== columns.join())
    throw new Error(`The columns of "${group}" must be: ${columns.join(', ')}.`);
  return body.map((cells) => beliefIn(group, cells));
}

function cellsOf(line: string): string[] {
  return line.split('|').slice(1, -1).map((cell) => cell.trim()); // prettier-ignore
}

function beliefIn(group: string, cells: string[]): Belief {
  const [number = '', belief = '', , , probe = ''] = cells;
  const why = /^none: (.+)$/.exec(probe)?.[1];
  const probes = why === undefined ? namesIn(probe) : [];
  if (cells.length !== columns.length || (why === undefined && probes.length === 0))
    throw new Error(`Row ${number} names no probe, and no reason why there is none.`);
  return { number: Number(number), belief, group, probes, ...(why && { why }) };
}

function namesIn(text: string): string[] {
  return [...text.matchAll(/`([a-z-]+)`/g)].map((match) => match[1] ?? '');
}
