import type { OutcomeError } from '@bulk-associate/contract';
import type { Ledger, Line } from '../run/ledger';

/** The plain word for why a record was not linked: the key of a message. */
export type Reason =
  | 'whyNotFound'
  | 'whyLimit'
  | 'whyInvalidId'
  | 'whySelf'
  | 'whyDuplicate'
  | 'whyNotDefined'
  | 'whyPermission'
  | 'whyBusy'
  | 'whyNoAnswer'
  | 'whyOther';

/** HubSpot's categories and sub-categories, the surest first. Sources: error bodies recorded from HubSpot. */
const patterns: [RegExp, Reason][] = [
  [/OBJECT_NOT_FOUND|INVALID_OBJECT_IDS/, 'whyNotFound'],
  [/LIMIT_(EXCEEDED|REACHED)|EXCEEDS?_.*LIMIT|TOO_MANY_ASSOCIATIONS/, 'whyLimit'],
  [/INVALID_IDENTIFIER/, 'whyInvalidId'],
  [/INVALID_ASSOCIATION_TYPE/, 'whyNotDefined'],
  [/PERMISSION|FORBIDDEN|MISSING_SCOPES/, 'whyPermission'],
  [/RATE_LIMIT|LOCKED|UNAVAILABLE/, 'whyBusy'],
  [/NO_ANSWER|BAD_ANSWER|INTERNAL/, 'whyNoAnswer'],
];

/** Where HubSpot gives no category, its sentence is all there is. */
const sentences: [RegExp, Reason][] = [
  [/associated to itself|with itself/i, 'whySelf'],
  [/No \w+ with ID \d+ exists|does not exist/i, 'whyNotFound'],
  [/limit|maximum|at most/i, 'whyLimit'],
  [/not a valid ID/i, 'whyInvalidId'],
  [/try again in a|did not answer|too busy/i, 'whyBusy'],
];

/** The plain reason of a failure, from HubSpot’s codes or else its sentence. */
export function reasonOf(error: OutcomeError | undefined): Reason {
  if (!error) return 'whyOther';
  const code = `${error.subCategory ?? ''} ${error.category ?? ''}`.toUpperCase();
  const byCode = patterns.find(([pattern]) => pattern.test(code));
  const bySentence = sentences.find(([pattern]) => pattern.test(error.message));
  return (byCode ?? bySentence)?.[1] ?? 'whyOther';
}

/** Why a record that was left out was not sent. */
export function leftOutReason({ before }: Line): Reason {
  switch (before) {
    case 'not_found':
      return 'whyNotFound';
    case 'over_limit':
      return 'whyLimit';
    case 'self':
      return 'whySelf';
    default:
      return 'whyDuplicate';
  }
}

/** Lines that failed for one reason. */
export interface ReasonGroup {
  reason: Reason;
  lines: Line[];
}

/** Groups lines by their reason; the reason of most lines first. */
export function groupByReason(lines: Ledger, reasonFor: (line: Line) => Reason): ReasonGroup[] {
  const groups = new Map<Reason, Line[]>();
  for (const line of lines) {
    const reason = reasonFor(line);
    const group = groups.get(reason);
    if (group) group.push(line);
    else groups.set(reason, [line]);
  }
  return [...groups].map(([reason, of]) => ({ reason, lines: of })).sort((a, b) => b.lines.length - a.lines.length); // prettier-ignore
}
