import { isOpen, type PastedLine } from './pasted-line';

/** Kinds of problems of pasted lines. Those that the user can solve come first. */
export const lineGroups = ['several', 'notFound', 'unreadable', 'unknown'] as const;
export type LineGroup = (typeof lineGroups)[number];

/** A line and its index among all lines. */
export interface NumberedLine extends PastedLine {
  index: number;
}

const groupOf: Record<PastedLine['status'], LineGroup | undefined> = {
  found: undefined,
  several: 'several',
  not_found: 'notFound',
  unreadable: 'unreadable',
  self: 'unreadable',
  unknown: 'unknown',
};

/** Groups the lines that have a problem. Lines that identify exactly one record are left out. */
export function groupLines(lines: readonly PastedLine[]): Record<LineGroup, NumberedLine[]> {
  const groups: Record<LineGroup, NumberedLine[]> = {
    several: [],
    notFound: [],
    unreadable: [],
    unknown: [],
  };
  lines.forEach((line, index) => {
    const group = isOpen(line) ? 'unknown' : groupOf[line.status];
    if (group) groups[group].push({ ...line, index });
  });
  return groups;
}
