/** Time, passed in, so that a run can be repeated in a test without waiting. */
export interface Clock {
  /** Milliseconds since 1970. */
  now: () => number;
  sleep: (ms: number) => Promise<void>;
}

/** The one timer HubSpot's worker has; its types are those of a browser, which a card does not get. */
declare const setTimeout: (callback: () => void, ms: number) => unknown;

/** Time as HubSpot’s worker has it. */
export const workerClock: Clock = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};
