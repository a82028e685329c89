/** Inputs one call of a pair function may carry: one call then stays well inside a function's 15 seconds. */
export const maxInputs = 1000;

/** Values one call of `resolve_records` may carry. */
export const maxValues = 1000;

/** Characters a pasted value, a query or a cursor may have. HubSpot refuses search queries over 3,000. */
export const maxTextLength = 3000;

/** The largest batch any source claims HubSpot takes (its guide, for `batch/create`); the engine never exceeds it. */
export const maxBatchSize = 2000;

/** HubSpot's search shows no more than this many results of one query. */
export const searchCap = 10_000;
