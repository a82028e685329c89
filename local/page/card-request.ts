/** A request that a card makes with `hubspot.fetch`. */
export interface CardRequest {
  url: string;
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** Milliseconds. */
  timeout?: number;
}

/** The back end's response, or the reason why there is none. */
export type CardResponse = { status: number; body: string } | { refused: string };

/** One request, for the list of calls on the record page. */
export interface FetchSeen {
  path: string;
  status: number | 'failed';
  attempts: number;
  elapsedMs: number;
}
