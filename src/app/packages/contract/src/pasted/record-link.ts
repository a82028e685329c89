import { hubSpotLinksIn, isSameType, type HubSpotLink } from './links';
import { peel } from './peel';
import type { ReadingContext, ValueReading } from './reading';

type RecordLink = Extract<HubSpotLink, { kind: 'record' }>;

/** Judges the links into HubSpot, wherever in the text they stand: first the account, then the type. */
export function linkReading(
  plain: string,
  { objectType, portalId, typeNames }: ReadingContext,
): ValueReading | undefined {
  const links = hubSpotLinksIn(plain);
  if (links.length === 0) return undefined;
  const records = links.filter((link) => link.kind === 'record');
  const [record, ...others] = records;
  if (!record) {
    // Words with HubSpot's name among them may be a ticket's subject, and www.hubspot.com is a company's website.
    const isLink = links.some((link) => link.kind === 'other' && link.isApp) && !/\s/.test(peel(plain));
    return isLink ? { reason: 'other_link' } : undefined;
  }
  if (portalId !== undefined && records.some((each) => each.portalId !== String(portalId)))
    return { reason: 'other_account' };
  if (others.some((other) => !isSameRecord(other, record))) return { reason: 'several_values' };
  if (!isSameType(record.objectType, objectType, typeNames)) return { reason: 'other_type' };
  return { readings: [{ by: 'id', value: record.id }] };
}

function isSameRecord(one: RecordLink, other: RecordLink): boolean {
  return one.id === other.id && one.objectType === other.objectType && one.portalId === other.portalId;
}
