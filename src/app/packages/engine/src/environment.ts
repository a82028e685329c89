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

/** Everything the engine takes from the outside world, so that a run can be repeated exactly. */
export interface Environment {
  /**
   * Sends one request with the app's token. Rejects when no answer came; it need not know time-outs. The signal says
   * that nobody waits any more.
   */
  send(request: HubSpotRequest, signal: AbortSignal): Promise<HubSpotResponse>;
  /**
   * Asks whether a request may start now: 0 if so, and it counts as started; else the milliseconds after which to ask
   * again. For those who share HubSpot's limits of an account with others. Absent: always. Does not reject.
   */
  admit?(request: HubSpotRequest): Promise<number>;
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** Resolves after `ms` milliseconds, or at once when the signal fires. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** At least 0, below 1. */
  random(): number;
}

/** The real clock and the real chance around a given way of sending. */
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
