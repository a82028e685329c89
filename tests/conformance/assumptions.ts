/** A row of docs/assumptions.md. */
export interface Belief {
  number: number;
  belief: string;
  /** Names of the cases that settle it; none where no call can. */
  probes: string[];
  /** Why no call settles it. */
  why?: string;
}

const columns = ['#', 'belief', 'evidence', 'if it is wrong', 'probe'];

/** Reads the table of docs/assumptions.md. Throws where a row is not whole. */
export function readAssumptions(markdown: string): Belief[] {
  const rows = markdown.split('\n').filter((line) => line.startsWith('|')).map(cellsOf); // prettier-ignore
  const [head = [], , ...body] = rows;
  if (head.join() !== columns.join()) throw new Error(`The columns must be: ${columns.join(', ')}.`);
  return body.map(beliefIn);
}

function cellsOf(line: string): string[] {
  return line.split('|').slice(1, -1).map((cell) => cell.trim()); // prettier-ignore
}

function beliefIn(cells: string[]): Belief {
  const [number = '', belief = '', , , probe = ''] = cells;
  const why = /^none: (.+)$/.exec(probe)?.[1];
  const probes = [...probe.matchAll(/`([a-z-]+)`/g)].map((match) => match[1] ?? '');
  if (cells.length !== columns.length || (why === undefined && probes.length === 0))
    throw new Error(`Row ${number} names no probe, and no reason why there is none.`);
  return { number: Number(number), belief, probes: why === undefined ? probes : [], ...(why && { why }) };
}
