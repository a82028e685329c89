/** HubSpot's names for the places of a card on the page. */
export const locations = { tab: 'crm.record.tab', sidebar: 'crm.record.sidebar' } as const;
export type Place = keyof typeof locations;

/** What the page shows, all of it in its address, so that every state can be shared, tested and pictured. */
export interface View {
  /** Object type id of the record: `0-2`. */
  objectType: string;
  recordId: string;
  place: Place;
  language: 'en' | 'ja';
  /** Name of a fault of the embedded CRM that strikes from the start on. */
  fault?: string;
  /** The strip with the stand-in's own controls. */
  controls: boolean;
}

/** Reads `/record/0-2/123?place=sidebar&lang=ja&fault=…&controls=0`; undefined if no record is named. */
export function readAddress(address: string): View | undefined {
  const url = new URL(address, 'http://page');
  const [, objectType, recordId] = /^\/record\/([\w-]+)\/(\d+)$/.exec(url.pathname) ?? [];
  if (!objectType || !recordId) return undefined;
  const fault = url.searchParams.get('fault');
  return {
    objectType,
    recordId,
    place: url.searchParams.get('place') === 'sidebar' ? 'sidebar' : 'tab',
    language: url.searchParams.get('lang') === 'ja' ? 'ja' : 'en',
    controls: url.searchParams.get('controls') !== '0',
    ...(fault && { fault }),
  };
}

export function writeAddress({ objectType, recordId, place, language, fault, controls }: View): string {
  const query = new URLSearchParams({
    place,
    lang: language,
    ...(fault && { fault }),
    ...(!controls && { controls: '0' }),
  });
  return `/record/${objectType}/${recordId}?${query}`;
}
