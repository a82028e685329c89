/** What a card asks for with `hubspot.fetch`. */
export interface CardRequest {
  url: string;
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** Milliseconds. */
  timeout?: number;
}

/** What it gets: the back end's answer, or that HubSpot would not or could not ask it. */
export type CardResponse = { status: number; body: string } | { refused: string };

/** How one request went, for the log on the record page. */
export interface FetchSeen {
  path: string;
  status: number | 'failed';
  attempts: number;
  elapsedMs: number;
}
