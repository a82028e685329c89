/** The value below which this part of the values lies, 0 to 1: 0.5 is the median. NaN of none. */
export function quantile(values: readonly number[], part: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? NaN;
}
