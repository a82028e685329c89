import { closestLanguage, type Language } from '../crm/languages';
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

/** HubSpot's name for the location of a bulk action. */
export const bulkActionLocation = 'crm.bulkActions';

/** The rows that a page of an index page may have. */
export const pageSizes = [25, 100] as const;
/** See `pageSizes`. */
export type PageSize = (typeof pageSizes)[number];

/** The property that the rows of an index page are sorted by. */
export interface Sort {
  property: string;
  direction: 'ascending' | 'descending';
}

/** What every page has in its address. */
interface SharedView {
  /** Object type id, `0-2`, or a name, `company`, `companies`. */
  objectType: string;
  language: Language;
  /** The user. */
  user: UserName;
  /** Set in the embedded CRM when the page opens. */
  fault?: FaultChoice;
  /** Whether the stand-in's own controls are shown. */
  controls: boolean;
}

/** The state of a record page. */
export interface RecordView extends SharedView {
  recordId: string;
  place: Place;
}

/** Which records an index page lists, and in which order. */
export interface RecordList {
  /** Words that the records contain; all records if empty. */
  query: string;
  /** The CRM's own order if absent. */
  sort?: Sort;
  /** From 1. */
  page: number;
  pageSize: PageSize;
}

/** The state of an index page: the records of an object type. */
export interface IndexView extends SharedView {
  list: RecordList;
}

/** The state of a page. All of it is in the address, so that it can be shared, tested and pictured. */
export type View = RecordView | IndexView;

/**
 * Reads `/record/0-2/123?place=sidebar&lang=ja&user=nora&fault=…&on=search&often=always&controls=0` and
 * `/objects/0-2?query=alder&sort=-city&page=2&size=100&lang=…`; undefined if neither.
 */
export function readAddress(address: string): View | undefined {
  const { pathname, searchParams } = new URL(address, 'http://page');
  const [, recordType, recordId] = /^\/record\/([\w-]+)\/(\d+)$/.exec(pathname) ?? [];
  const [, listedType] = /^\/objects\/([\w-]+)$/.exec(pathname) ?? [];
  if (recordType && recordId) {
    const place = searchParams.get('place') === 'sidebar' ? 'sidebar' : 'tab';
    return { ...sharedIn(searchParams, recordType), recordId, place };
  }
  return listedType ? { ...sharedIn(searchParams, listedType), list: listIn(searchParams) } : undefined;
}

function sharedIn(query: URLSearchParams, objectType: string): SharedView {
  const fault = faultIn(query);
  const user = query.get('user');
  return {
    objectType,
    language: closestLanguage(query.get('lang') ?? '') ?? 'en',
    user: isUserName(user) ? user : 'sam',
    controls: query.get('controls') !== '0',
    ...(fault && { fault }),
  };
}

function faultIn(query: URLSearchParams): FaultChoice | undefined {
  const name = query.get('fault');
  const often = frequencies.find((one) => one === query.get('often')) ?? defaultFault.often;
  return name ? { name, on: query.get('on') ?? defaultFault.on, often } : undefined;
}

function listIn(query: URLSearchParams): RecordList {
  const [, descends, property] = /^(-?)(\w+)$/.exec(query.get('sort') ?? '') ?? [];
  const page = query.get('page') ?? '';
  return {
    query: query.get('query') ?? '',
    ...(property && { sort: { property, direction: descends ? 'descending' : 'ascending' } }),
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
    pageSize: pageSizes.find((size) => String(size) === query.get('size')) ?? pageSizes[0],
  };
}

/** The address that `readAddress` reads as this view, without default values. */
export function writeAddress(view: View): string {
  const { objectType, language, user, fault, controls } = view;
  const query = new URLSearchParams({
    ...('list' in view ? listParameters(view.list) : { place: view.place }),
    lang: language,
    ...(user !== 'sam' && { user }),
    ...(fault && { fault: fault.name }),
    ...(fault && fault.on !== defaultFault.on && { on: fault.on }),
    ...(fault && fault.often !== defaultFault.often && { often: fault.often }),
    ...(!controls && { controls: '0' }),
  });
  const path = 'list' in view ? `/objects/${objectType}` : `/record/${objectType}/${view.recordId}`;
  return `${path}?${query}`;
}

function listParameters({ query, sort, page, pageSize }: RecordList): Record<string, string> {
  return {
    ...(query && { query }),
    ...(sort && { sort: `${sort.direction === 'descending' ? '-' : ''}${sort.property}` }),
    ...(page > 1 && { page: String(page) }),
    ...(pageSize !== pageSizes[0] && { size: String(pageSize) }),
  };
}

const wholeList: RecordList = { query: '', page: 1, pageSize: pageSizes[0] };

/** The index page of an object type, with the language, the user and the other settings of this view. */
export function indexAddress(view: View, objectType: string): string {
  return writeAddress({ ...sharedOf(view), objectType, list: wholeList });
}

/** A record's page, with the settings of this view. */
export function recordAddress(view: View, objectType: string, recordId: string): string {
  const place = 'place' in view ? view.place : 'tab';
  return writeAddress({ ...sharedOf(view), objectType, recordId, place });
}

function sharedOf({ objectType, language, user, fault, controls }: View): SharedView {
  return { objectType, language, user, controls, ...(fault && { fault }) };
}
