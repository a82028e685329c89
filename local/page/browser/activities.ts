import { read, type PageRecord } from './crm';
import { readPartners } from './links';
import type { PageType } from '../object-types';

/** A note on a record's timeline. */
export interface Note {
  id: string;
  /** Milliseconds since 1970. */
  at: number;
  /** HTML of a few elements, as HubSpot stores it. */
  body: string;
}

const mostNotes = 100;
const noteTypeId = '0-46';

/** The newest notes of a record, the latest first. */
export async function readNotes(type: PageType, id: string): Promise<Note[]> {
  const { partners } = await readPartners(type, id, noteTypeId);
  const inputs = partners.slice(-mostNotes).map(({ toObjectId }) => ({ id: String(toObjectId) }));
  if (inputs.length === 0) return [];
  const body = { inputs, properties: ['hs_timestamp', 'hs_note_body'] };
  const { results } = await read<{ results: PageRecord[] }>(`/crm/v3/objects/${noteTypeId}/batch/read`, body);
  return results
    .map(({ id: noteId, properties }) => ({
      id: noteId,
      at: timeOf(properties['hs_timestamp']),
      body: properties['hs_note_body'] ?? '',
    }))
    .sort((one, other) => other.at - one.at || Number(other.id) - Number(one.id));
}

/** HubSpot takes a time as ISO 8601 and as milliseconds. */
function timeOf(value: string | null | undefined): number {
  return /^\d+$/.test(value ?? '') ? Number(value) : Date.parse(value ?? '');
}
