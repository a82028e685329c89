const largestId = 9_223_372_036_854_775_807n;

/** Whether `id` has the form of a record id: 1 to 19 digits, no sign, no leading zero, at most 2^63 - 1. */
export function isRecordId(id: unknown): id is string {
  return typeof id === 'string' && /^[1-9][0-9]{0,18}$/.test(id) && BigInt(id) <= largestId;
}
