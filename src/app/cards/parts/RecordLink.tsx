import { Link, Text } from '@hubspot/ui-extensions';
import type { RecordRef } from '@bulk-associate/contract';
import { useSdk } from '../sdk/SdkProvider';

/** The URL of a record's page in HubSpot. */
export function recordAddress(portalId: number, objectType: string, id: string): string {
  return `https://app.hubspot.com/contacts/${portalId}/record/${objectType}/${id}`;
}

/** A record's name as a link that opens its page in a new tab. */
export function RecordLink({ record, objectType }: { record: RecordRef; objectType: string }) {
  const { portalId } = useSdk();
  return (
    <Text>
      <Link href={{ url: recordAddress(portalId, objectType, record.id), external: true }}>
        {record.label}
      </Link>
    </Text>
  );
}
