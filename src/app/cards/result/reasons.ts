import type { OutcomeError } from '@bulk-associate/contract';
import type { Ledger, Line } from '../run/ledger';
import { resultErrorOf } from './summary';

/** Why a record was not associated, or its association not removed. Each reason has a message: `why_limit`. */
export type Reason =
  | 'notFound'
  | 'limit'
  | 'invalidId'
  | 'self'
  | 'duplicate'
  | 'notDefined'
  | 'permission'
  | 'busy'
  | 'noAnswer'
  | 'gone'
  | 'other';

/**
 * HubSpot's error codes, and its messages where it gives no code; the most reliable first. Source: error bodies recorded
 * from HubSpot.
 */
const patterns: [Reason, RegExp][] = [
  ['notFound', /OBJECT_NOT_FOUND|INVALID_OBJECT_IDS|No \w+ with ID \d+ exists|does not exist/i],
  ['gone', /ASSOCIATION_GONE/],
  ['self', /associated to itself|with itself/i],
  ['invalidId', /INVALID_IDENTIFIER|not a valid ID/i],
  ['notDefined', /INVALID_ASSOCIATION_TYPE/i],
  ['permission', /PERMISSION|FORBIDDEN|MISSING_SCOPES/i],
  ['noAnswer', /NO_ANSWER|BAD_ANSWER|INTERNAL/i],
  ['busy', /RATE_LIMIT|\bLOCKED|UNAVAILABLE|try again in a|did not answer|too busy/i],
  ['limit', /limit|maximum|at most|TOO_MANY_ASSOCIATIONS/i],
];

/** The reason of a failure, from HubSpot's codes and message. */
export function reasonOf({ category, subCategory, message }: OutcomeError): Reason {
  const said = [subCategory, category, message].join(' ');
  return patterns.find(([, pattern]) => pattern.test(said))?.[0] ?? 'other';
}

/** The reason why a record was skipped, or why its link could not be made or removed. */
export function reasonFor(line: Line): Reason {
  const error = resultErrorOf(line);
  if (line.outcome !== 'skipped') return error ? reasonOf(error) : 'other';
  switch (line.before) {
    case 'not_found':
      return 'notFound';
    case 'over_limit':
      return 'limit';
    case 'self':
      return 'self';
    default:
      return 'duplicate';
  }
}

/** The lines with one reason. */
export interface ReasonGroup {
  reason: Reason;
  lines: Line[];
}

/** Groups lines by reason, the most frequent reason first. */
export function groupByReason(lines: Ledger): ReasonGroup[] {
  const groups = new Map<Reason, Line[]>();
  for (const line of lines) {
    const reason = reasonFor(line);
    const group = groups.get(reason) ?? [];
    group.push(line);
    groups.set(reason, group);
  }
  return [...groups].map(([reason, of]) => ({ reason, lines: of })).sort((a, b) => b.lines.length - a.lines.length); // prettier-ignore
}
