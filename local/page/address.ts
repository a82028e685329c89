import { isUserName, type UserName } from './users';

/** HubSpot's names for the places of a card on the page. */
export const locations = { tab: 'crm.record.tab', sidebar: 'crm.record.sidebar' } as const;
/** A place by the page's own short word. */
export type Place = keyof typeof locations;

/** How often a fault strikes: once, every other time by chance, or always. */
export const oftens = ['once', 'half', 'always'] as const;
/** See `oftens`. */
export type Often = (typeof oftens)[number];

/** A fault of the embedded CRM, the calls it strikes, and how often. */
export interface FaultChoice {
  name: string;
  /** A kind of endpoint, or `any`. */
  on: string;
  often: Often;
}

/** Without another choice a fault strikes once, where links are made. */
export const usualFault: FaultChoice = { name: '', on: 'associate', often: 'once' };

/** What the page shows, all of it in its address, so that every state can be shared, tested and pictured. */
export interface View {
  /** Object type id of the record: `0-2`. */
  objectType: string;
  recordId: string;
  place: Place;
  language: 'en' | 'ja';
  /** Who looks at it. */
  user: UserName;
  /** Set in the embedded CRM from the start on. */
  fault?: FaultChoice;
  /** The strip with the stand-in's own controls. */
  controls: boolean;
}

/** Reads `/record/0-2/123?place=sidebar&lang=ja&user=nora&fault=…&on=search&often=always&controls=0`; undefined if no record is named. */
export function readAddress(address: string): View | undefined {
  const url = new URL(address, 'http://page');
  const [, objectType, recordId] = /^\/record\/([\w-]+)\/(\d+)$/.exec(url.pathname) ?? [];
  if (!objectType || !recordId) return undefined;
  const { searchParams } = url;
  const fault = faultIn(searchParams);
  const user = searchParams.get('user');
  return {
    objectType,
    recordId,
    place: searchParams.get('place') === 'sidebar' ? 'sidebar' : 'tab',
    language: searchParams.get('lang') === 'ja' ? 'ja' : 'en',
    user: isUserName(user) ? user : 'sam',
    controls: searchParams.get('controls') !== '0',
    ...(fault && { fault }),
  };
}

function faultIn(query: URLSearchParams): FaultChoice | undefined {
  const name = query.get('fault');
  const often = oftens.find((one) => one === query.get('often')) ?? usualFault.often;
  return name ? { name, on: query.get('on') ?? usualFault.on, often } : undefined;
}

/** The address that `readAddress` reads as this view; what is as usual is left out. */
export function writeAddress({ objectType, recordId, place, language, user, fault, controls }: View): string {
  const query = new URLSearchParams({
    place,
    lang: language,
    ...(user !== 'sam' && { user }),
    ...(fault && { fault: fault.name }),
    ...(fault && fault.on !== usualFault.on && { on: fault.on }),
    ...(fault && fault.often !== usualFault.often && { often: fault.often }),
    ...(!controls && { controls: '0' }),
  });
  return `/record/${objectType}/${recordId}?${query}`;
}
