import type { PastedLine } from './pasting';

/** What can be the matter with a pasted line; first what a person can settle. */
export const lineGroups = ['several', 'notFound', 'unreadable', 'unknown'] as const;
export type LineGroup = (typeof lineGroups)[number];

/** A line and its place among all lines. */
export interface NumberedLine extends PastedLine {
  index: number;
}

/** Groups the lines that a person should see; those that named one record are left out. */
export function groupLines(lines: readonly PastedLine[]): Record<LineGroup, NumberedLine[]> {
  const groups: Record<LineGroup, NumberedLine[]> = {
    several: [],
    notFound: [],
    unreadable: [],
    unknown: [],
  };
  lines.forEach((line, index) => {
    const group = groupOf(line);
    if (group) groups[group].push({ ...line, index });
  });
  return groups;
}

function groupOf({ status }: PastedLine): LineGroup | undefined {
  switch (status) {
    case 'found':
      return undefined;
    case 'several':
      return 'several';
    case 'not_found':
      return 'notFound';
    case 'unknown':
      return 'unknown';
    case 'unreadable':
    case 'refused':
    case 'self':
      return 'unreadable';
  }
}
