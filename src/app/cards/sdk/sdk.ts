import type {
  AnswerOf,
  FunctionError,
  FunctionErrorCode,
  FunctionUid,
  ParametersOf,
} from '@bulk-associate/contract';
import type { Clock } from '../run/clock';

/**
 * Why a call gave nothing: what the function said, or that it could not say anything.
 * - `NO_ANSWER`: the call was rejected or nothing came back; what it had done by then is not known.
 * - `BAD_ANSWER`: what came back breaks the contract, and is treated as if it had not come.
 */
export type CallErrorCode = FunctionErrorCode | 'NO_ANSWER' | 'BAD_ANSWER';

/** Why a call gave nothing, and what is known about it. */
export interface CallError extends Omit<FunctionError, 'code'> {
  code: CallErrorCode;
}

/** What a call came to. */
export type Reply<Uid extends FunctionUid> = ({ ok: true } & AnswerOf<Uid>) | { ok: false; error: CallError };

/** Calls an app function. Never rejects. */
export type Call = <Uid extends FunctionUid>(uid: Uid, parameters: ParametersOf<Uid>) => Promise<Reply<Uid>>;

/** A record, as HubSpot's addresses name it. */
export interface RecordKey {
  objectType: string;
  id: string;
}

/** One record a search found. `id` is exact; `properties` are what was asked for. */
export interface FoundRecord {
  id: string;
  properties: Record<string, string | null>;
}

/** A search, of which one page is wanted. */
export interface SearchRequest {
  objectType: string;
  properties: string[];
  query: string;
  sort?: { property: string; descending: boolean };
  pageLength: number;
}

/** One page of a search, and the way to its neighbours. */
export interface SearchPage {
  status: 'loading' | 'ready' | 'failed';
  records: FoundRecord[];
  total: number;
  page: number;
  next?: () => void;
  previous?: () => void;
  retry: () => void;
}

/** How many records are linked now; `more` when there are more than HubSpot counted for us. */
export type LinkedCount =
  { status: 'loading' } | { status: 'failed' } | { status: 'ready'; count: number; more: boolean };

/** A banner on the page. */
export interface Notice {
  type: 'info' | 'success' | 'warning' | 'danger';
  title?: string;
  message: string;
}

/**
 * All that the card takes from HubSpot. It knows no other way out: a test, or another transport, replaces this object.
 */
export interface Sdk {
  /** The record the card is on; undefined when HubSpot's id of it cannot be told exactly. */
  record: RecordKey | undefined;
  portalId: number;
  /** IANA name of the account's time zone. */
  timeZone: string;
  /** BCP 47 tag of the user's language, as HubSpot gives it. */
  language: string | undefined;
  call: Call;
  clock: Clock;
  useSearch: (request: SearchRequest) => SearchPage;
  useLinkedCount: (toObjectType: string) => LinkedCount;
  /** The viewed record's values of some properties; an empty object when they cannot be read. */
  readProperties: (names: string[]) => Promise<Record<string, string>>;
  /** Makes the page read the record again, with its lists of associations. */
  refreshRecord: () => void;
  notify: (notice: Notice) => void;
  /** Whether the text is in the clipboard now. */
  copy: (text: string) => Promise<boolean>;
  closePanel: (id: string) => void;
}
