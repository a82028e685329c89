/** One HTTP request to HubSpot. `path` starts with `/` and holds only checked values. */
export interface HubSpotRequest {
  method: 'GET' | 'POST';
  path: string;
  body?: object;
}

/** The part of a `Response` that the engine reads. */
export interface HubSpotResponse {
  status: number;
  headers: { get(name: string): string | null };
  text(): Promise<string>;
}

/** HTTP, time and chance, passed in so that a run can be repeated exactly. */
export interface Environment {
  /**
   * Sends one request with the app's token. Rejects when no answer arrives. It needs no time-out of its own: `signal`
   * fires when the engine stops waiting.
   */
  send(request: HubSpotRequest, signal: AbortSignal): Promise<HubSpotResponse>;
  /**
   * Returns 0 if a request may start now, and then counts it as started; else the milliseconds after which to call again.
   * For processes that share the rate limits of an account. If absent, every request may start. Does not reject.
   */
  admit?(request: HubSpotRequest): Promise<number>;
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** Resolves after `ms` milliseconds, or at once when the signal fires. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** A random number, at least 0 and below 1. */
  random(): number;
}

/** The environment with Node's clock, timers and random numbers. */
export function nodeEnvironment(send: Environment['send'], admit?: Environment['admit']): Environment {
  return {
    send,
    ...(admit && { admit }),
    now: () => performance.now(),
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const done = () => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', done);
          resolve();
        };
        const timer = setTimeout(done, ms);
        signal?.addEventListener('abort', done);
      }),
    random: () => Math.random(),
  };
}
