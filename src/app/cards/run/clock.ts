/** The time source. Passed in, so that tests do not wait. */
export interface Clock {
  /** Milliseconds since 1970. */
  now: () => number;
  sleep: (ms: number) => Promise<void>;
}

/** HubSpot's worker has this timer, but the card is compiled without the types of a browser. */
declare const setTimeout: (callback: () => void, ms: number) => unknown;

/** The clock of HubSpot’s worker. */
export const workerClock: Clock = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};
