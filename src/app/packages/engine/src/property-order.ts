import type { FilterProperty } from '@bulk-associate/contract';

/** The properties that people know a record by, in HubSpot's names: those that a type has are offered first. */
const usual = [
  ...['firstname', 'lastname', 'email', 'name', 'domain', 'dealname', 'subject'],
  ...['phone', 'mobilephone', 'jobtitle', 'company', 'website', 'industry', 'amount'],
  ...[
    'pipeline',
    'dealstage',
    'hs_pipeline',
    'hs_pipeline_stage',
    'closedate',
    'dealtype',
    'hs_ticket_priority',
  ],
  ...['lifecyclestage', 'hs_lead_status', 'city', 'state', 'country', 'zip', 'numberofemployees'],
  ...['hubspot_owner_id', 'createdate', 'hs_createdate', 'lastmodifieddate', 'hs_lastmodifieddate'],
];

/** The usual properties first; then by group and by name, in the order of the language. */
export function inOrder(properties: FilterProperty[], language: string | undefined): FilterProperty[] {
  const compare = collatorOf(language);
  const rank = ({ name }: FilterProperty) => {
    const index = usual.indexOf(name);
    return index < 0 ? usual.length : index;
  };
  return [...properties].sort(
    (one, another) =>
      rank(one) - rank(another) ||
      compare(one.group ?? '', another.group ?? '') ||
      compare(one.label, another.label),
  );
}

function collatorOf(language: string | undefined): (one: string, another: string) => number {
  try {
    return new Intl.Collator(language, { numeric: true }).compare;
  } catch {
    // A tag that is none: "en-a".
    return new Intl.Collator('en', { numeric: true }).compare;
  }
}

/** The most bytes of the properties of an answer. `hubspot.fetch` takes 1 MB; a name in Japanese has three a character. */
const mostBytes = 700_000;
/** HubSpot allows an account 1,000 properties of its own for each type, beside some hundreds of HubSpot's. */
const mostProperties = 2_000;

/**
 * Properties that fit into an answer: all of them, without the options for which there is no room, and at most 2,000. The
 * options of earlier properties are kept first. A property whose options are left out takes any value, as that of an
 * owner.
 */
export function bounded(properties: FilterProperty[]): FilterProperty[] {
  const kept = properties.slice(0, mostProperties);
  const withoutOptions = kept.map((property) => {
    const { options: all, ...others } = property;
    return { property, others, bytes: all ? bytesOf(all) : 0 };
  });
  let left = withoutOptions.reduce((sum, { others }) => sum - bytesOf(others), mostBytes);
  return withoutOptions.map(({ property, others, bytes }) => {
    if (bytes > left) return others;
    left -= bytes;
    return property;
  });
}

function bytesOf(value: object): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
