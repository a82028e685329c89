import type { Environment } from './environment';

/** How long an answer of HubSpot that changes seldom is used again, in milliseconds. */
const keptMs = 5 * 60_000;

/** Values read from HubSpot that change seldom: schemas, limits, pipelines. Kept between the calls of a warm process. */
export class Remembered<T> {
  private readonly kept = new Map<string, { value: T; readAt: number }>();

  /** The value of a key, read with `read` unless it was read lately. What could not be read is read again next time. */
  async get(
    { now }: Pick<Environment, 'now'>,
    key: string,
    read: () => Promise<T | undefined>,
  ): Promise<T | undefined> {
    const known = this.kept.get(key);
    if (known && now() - known.readAt < keptMs) return known.value;
    const value = await read();
    if (value !== undefined) this.kept.set(key, { value, readAt: now() });
    return value;
  }

  /** Reads the value again next time. */
  forget(key: string): void {
    this.kept.delete(key);
  }
}
