import { FakeClock } from '../testing/fake-sdk';
import { backgroundReader } from './background-reader';

/** A reader of the lengths of ids, whose reads wait until they are answered. */
function reader() {
  const clock = new FakeClock();
  const reads: { ids: string[]; answer: (isAnswered?: boolean) => Promise<void> }[] = [];
  let changes = 0;
  const made = backgroundReader<number>({
    clock,
    onRead: () => (changes += 1),
    read: (ids) =>
      new Promise((resolve) => {
        const answer = async (isAnswered = true) => {
          resolve(isAnswered ? new Map(ids.map((id) => [id, id.length])) : undefined);
          await settle();
        };
        reads.push({ ids, answer });
      }),
  });
  return { reader: made, clock, reads, changes: () => changes };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('a background reader', () => {
  it('reads what is requested together in one call, each record once', async () => {
    const { reader: read, reads, changes } = reader();
    read.request(['1', '22']);
    read.request(['22', '333']);
    await settle();
    expect(reads.map(({ ids }) => ids)).toEqual([['1', '22', '333']]);
    expect(read.get('22')).toBeUndefined();
    await reads[0]?.answer();
    expect([read.get('1'), read.get('333'), changes()]).toEqual([1, 3, 1]);
  });

  it('has one call in flight, and then reads what was requested meanwhile', async () => {
    const { reader: read, reads } = reader();
    read.request(['1']);
    await settle();
    read.request(['1', '22']);
    await settle();
    expect(reads).toHaveLength(1);
    await reads[0]?.answer();
    expect(reads.map(({ ids }) => ids)).toEqual([['1'], ['22']]);
  });

  it('reads more than a thousand records in several calls', async () => {
    const { reader: read, reads } = reader();
    read.request(Array.from({ length: 1001 }, (_, n) => String(n)));
    await settle();
    await reads[0]?.answer();
    expect(reads.map(({ ids }) => ids.length)).toEqual([1000, 1]);
  });

  it.each([true, false])(
    'does not repeat a read within a minute, answered (%p) or not',
    async (isAnswered) => {
      const { reader: read, reads, clock } = reader();
      read.request(['1']);
      await settle();
      await reads[0]?.answer(isAnswered);
      read.request(['1']);
      await settle();
      expect(reads).toHaveLength(1);
      expect(read.get('1')).toBe(isAnswered ? 1 : undefined);
      clock.time += 60_000;
      read.request(['1']);
      await settle();
      expect(reads).toHaveLength(2);
    },
  );

  it('keeps what is known while it is read again', async () => {
    const { reader: read, reads, clock } = reader();
    read.request(['1']);
    await settle();
    await reads[0]?.answer();
    clock.time += 60_000;
    read.request(['1']);
    await settle();
    expect(read.get('1')).toBe(1);
  });

  it('forgets all, also the answer that is on its way', async () => {
    const { reader: read, reads, changes } = reader();
    read.request(['1']);
    await settle();
    read.forget();
    await reads[0]?.answer();
    expect([read.get('1'), changes()]).toEqual([undefined, 0]);
    read.request(['1']);
    await settle();
    expect(reads).toHaveLength(2);
  });
});
