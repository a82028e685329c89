/** The most inputs of one call of a pair function, so that it ends within the 15 seconds of a function. */
export const maxInputs = 1000;

/** The most values of one call of `resolve_records`. */
export const maxValues = 1000;

/** The most characters of a pasted value, a query or a cursor. HubSpot refuses search queries over 3,000. */
export const maxTextLength = 3000;

/** The largest batch that any source names (HubSpot's guide, for `batch/create`); the engine never exceeds it. */
export const maxBatchSize = 2000;

/** The most results of one query that HubSpot's search returns. */
export const searchCap = 10_000;

/** The most labels that one input may name. HubSpot lets an account define 50 for two object types. */
export const maxLabels = 60;

/**
 * The most bytes of a pasted text in one call of `read_pasted_text`, and of the lines in one answer, counted by `jsonBytes`.
 * A request and an answer of `hubspot.fetch` have at most 1 MB each; what stands around the text and the lines takes less
 * than the rest. 10,000 lines may have 89 characters each.
 */
export const maxPastedBytes = 900_000;

/** The most other names of an object type in one call. */
export const maxTypeNames = 10;

/** A pasted table has no more columns: more are the values of a list in one line. */
export const maxColumns = 400;
