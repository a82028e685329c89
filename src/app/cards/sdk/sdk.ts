import type {
  AnswerOf,
  FilterGroup,
  FunctionError,
  FunctionErrorCode,
  FunctionUid,
  ParametersOf,
  SuggestParameters,
} from '@bulk-associate/contract';
import type { Clock } from '../run/clock';

/**
 * The code of a failed call: the function's own error code, or one of two more.
 * - `NO_ANSWER`: the call was rejected or not answered. It may have done part of its work.
 * - `BAD_ANSWER`: the answer breaks the contract. Treated as if there were none.
 */
export type CallErrorCode = FunctionErrorCode | 'NO_ANSWER' | 'BAD_ANSWER';

/** The error of a failed call. */
export interface CallError extends Omit<FunctionError, 'code'> {
  code: CallErrorCode;
}

/** The result of a call. */
export type Reply<Uid extends FunctionUid> = ({ ok: true } & AnswerOf<Uid>) | { ok: false; error: CallError };

/** Calls an app function. Never rejects. */
export type Call = <Uid extends FunctionUid>(uid: Uid, parameters: ParametersOf<Uid>) => Promise<Reply<Uid>>;

/** A record: its object type id (`0-1`) and its id. */
export interface RecordKey {
  objectType: string;
  id: string;
}

/** A record found by a search. `id` is exact; `properties` are the requested ones. */
export interface FoundRecord {
  id: string;
  properties: Record<string, string | null>;
}

/** A search request for one page. */
export interface SearchRequest {
  objectType: string;
  properties: string[];
  query: string;
  filterGroups?: FilterGroup[];
  sort?: { property: string; descending: boolean };
  pageLength: number;
}

/** One page of a search. `next` and `previous` are absent where there is no such page. */
export interface SearchPage {
  status: 'loading' | 'ready' | 'failed';
  records: FoundRecord[];
  total: number;
  page: number;
  next?: () => void;
  previous?: () => void;
  retry: () => void;
}

/** The number of linked records. `more`: there are more than were counted. */
export type LinkedCount =
  { status: 'loading' } | { status: 'failed' } | { status: 'ready'; count: number; more: boolean };

/** A banner on the page. */
export interface Notice {
  type: 'info' | 'success' | 'warning' | 'danger';
  title?: string;
  message: string;
}

/**
 * Everything that the card uses of HubSpot. Tests replace this object; another transport replaces `call`.
 */
export interface Sdk extends PlatformSdk {
  /** The record being viewed. Undefined if HubSpot gives no exact id, and in a bulk action. */
  record: RecordKey | undefined;
  useLinkedCount: (toObjectType: string) => LinkedCount;
  /** Reads properties of the record being viewed. An empty object if they cannot be read. */
  readProperties: (names: string[]) => Promise<Record<string, string>>;
  /** Makes the page reload the record and its association lists. */
  refreshRecord: () => void;
}

/** The part that does not need a record page. */
export interface PlatformSdk {
  portalId: number;
  /** The IANA name of the account's time zone. */
  timeZone: string;
  /** The name and the address of the user, as HubSpot tells the card. */
  user: string;
  /** The BCP 47 tag of the user's language. */
  language: string | undefined;
  /** The domain of the user's email, as the functions that suggest records take it. */
  own: Pick<SuggestParameters, 'ownDomains'>;
  call: Call;
  clock: Clock;
  useSearch: (request: SearchRequest) => SearchPage;
  notify: (notice: Notice) => void;
  /** Copies a text. Resolves to false if the browser does not allow it. */
  copy: (text: string) => Promise<boolean>;
  closePanel: (id: string) => void;
}
