/** The lengths of turns, in milliseconds. */
export interface TurnTimes {
  /** How long a turn lasts unless it is extended. After a crash, the account's runs go on that much later. */
  leaseMs: number;
  /** A request to HubSpot starts only while the turn lasts longer than this: longer than the engine waits for an answer. */
  requestMs: number;
}

/** How an instance works through runs. */
export interface WorkerTimes {
  /** How many accounts are worked on at a time. */
  turnsAtOnce: number;
  /** Milliseconds after which an idle instance looks for accounts that are due. */
  pollMs: number;
  /** Milliseconds between two extensions of the turns in progress. */
  beatMs: number;
}

/** How the runs of all accounts are worked through. */
export interface RunTimes extends TurnTimes, WorkerTimes {
  /** Multiplies the waits after failures: 1, but in tests. */
  waitFactor: number;
}

/** The engine waits at most six seconds for an answer to a write, and has up to three requests in flight in a turn. */
export const defaultRunTimes: RunTimes = {
  leaseMs: 10_000,
  requestMs: 6_500,
  beatMs: 1_500,
  pollMs: 1_000,
  turnsAtOnce: 8,
  waitFactor: 1,
};
