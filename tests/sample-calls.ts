import type { FilterGroup, FunctionUid, ParametersOf } from '@bulk-associate/contract';
import { landmarks, seededId } from 'hubspot-local/crm';

/** One call of an app function. */
export type SampleCall = {
  [Uid in FunctionUid]: { uid: Uid; parameters: ParametersOf<Uid> };
}[FunctionUid];

/** "Billing contact" of the embedded account, from a company to a contact. */
const billing = { category: 'USER_DEFINED', typeId: 932 } as const;

const recent: FilterGroup = {
  filters: [{ propertyName: 'createdate', operator: 'GTE', value: '1700000000000' }],
};

const run: ParametersOf<'save_note'>['run'] = {
  key: 'sample-run-1',
  phase: 'run',
  operation: 'associate',
  objects: 'Contacts',
  counts: { associated: 1 },
  changed: 1,
  endedAt: 1_700_000_000_000,
  records: [{ id: seededId('contact', 9), label: 'Ada' }],
};

const records: Record<string, string> = {
  '0-1': seededId('contact', 7),
  '0-2': seededId('company', 7),
  '0-3': seededId('deal', 7),
  '0-5': seededId('ticket', 7),
  [landmarks.customObjectType]: landmarks.vehicle,
};

/**
 * Calls that the embedded CRM answers in full: every app function, with every object type it can work on. The pairs are
 * previewed, made, and unmade again.
 */
export const sampleCalls: SampleCall[] = [
  { uid: 'read_messages', parameters: { language: 'ja' } },
  { uid: 'read_pasted_text', parameters: { objectType: '0-1', text: 'Email;Name\nann@example.com;Ann' } },
  { uid: 'find_segments', parameters: { objectType: '0-1', query: 'news' } },
  {
    uid: 'collect_records',
    parameters: { objectType: '0-1', source: { segmentId: landmarks.smallSegment } },
  },
  {
    uid: 'collect_records',
    parameters: { objectType: '0-1', source: { segmentId: landmarks.smallSegment }, names: false },
  },
  ...Object.keys(records).flatMap((objectType): SampleCall[] => [
    { uid: 'describe_objects', parameters: { objectType } },
    { uid: 'resolve_records', parameters: { objectType, values: [records[objectType] ?? '', 'Alder'] } },
    { uid: 'collect_records', parameters: { objectType, source: { query: '' } } },
    { uid: 'collect_records', parameters: { objectType, source: { query: 'a' } } },
    { uid: 'collect_records', parameters: { objectType, source: { query: '', filterGroups: [recent] } } },
    { uid: 'describe_properties', parameters: { objectType, language: 'en' } },
    {
      uid: 'suggest_records',
      parameters: { objectType, id: records[objectType] ?? '', toObjectType: '0-1' },
    },
    { uid: 'save_note', parameters: { objectType, id: records[objectType] ?? '', run, language: 'en' } },
    ...callsWithPair(objectType),
  ]),
];

/** The record is linked to a contact, which every type may be linked to. */
function callsWithPair(objectType: string): SampleCall[] {
  const inputs = [{ from: { id: records[objectType] ?? '' }, to: { id: seededId('contact', 9) } }];
  const parameters = { fromObjectType: objectType, toObjectType: '0-1', inputs };
  const labels = objectType === '0-2' ? callsWithLabel({ ...parameters, label: billing }) : [];
  return [
    ...labels,
    { uid: 'preview_associations', parameters },
    { uid: 'preview_associations', parameters: { ...parameters, seen: true } },
    { uid: 'associate_records', parameters },
    {
      uid: 'list_associations',
      parameters: { objectType, id: records[objectType] ?? '', toObjectType: '0-1' },
    },
    { uid: 'remove_associations', parameters },
  ];
}

function callsWithLabel(parameters: ParametersOf<'preview_associations'>): SampleCall[] {
  return [
    { uid: 'preview_associations', parameters },
    { uid: 'associate_records', parameters },
    { uid: 'remove_associations', parameters },
  ];
}
