import { isUserName, type UserName } from './users';

/** HubSpot's names for the locations of a card on a record page. */
export const locations = { tab: 'crm.record.tab', sidebar: 'crm.record.sidebar' } as const;
/** A location by the page's own short name. */
export type Place = keyof typeof locations;

/** How often a fault occurs: once, at random half of the time, or always. */
export const frequencies = ['once', 'half', 'always'] as const;
/** See `frequencies`. */
export type Frequency = (typeof frequencies)[number];

/** A fault of the embedded CRM, the calls that it affects, and how often. */
export interface FaultChoice {
  name: string;
  /** A kind of endpoint, or `any`. */
  on: string;
  often: Frequency;
}

/** The default: a fault occurs once, at the creation of associations. */
export const defaultFault: FaultChoice = { name: '', on: 'associate', often: 'once' };

/** The state of the page. All of it is in the address, so that it can be shared, tested and pictured. */
export interface View {
  /** Object type id of the record: `0-2`. */
  objectType: string;
  recordId: string;
  place: Place;
  language: 'en' | 'ja';
  /** The user. */
  user: UserName;
  /** Set in the embedded CRM when the page opens. */
  fault?: FaultChoice;
  /** Whether the stand-in's own controls are shown. */
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
  const often = frequencies.find((one) => one === query.get('often')) ?? defaultFault.often;
  return name ? { name, on: query.get('on') ?? defaultFault.on, often } : undefined;
}

/** The address that `readAddress` reads as this view, without default values. */
export function writeAddress({ objectType, recordId, place, language, user, fault, controls }: View): string {
  const query = new URLSearchParams({
    place,
    lang: language,
    ...(user !== 'sam' && { user }),
    ...(fault && { fault: fault.name }),
    ...(fault && fault.on !== defaultFault.on && { on: fault.on }),
    ...(fault && fault.often !== defaultFault.often && { often: fault.often }),
    ...(!controls && { controls: '0' }),
  });
  return `/record/${objectType}/${recordId}?${query}`;
}
