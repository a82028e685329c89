import type { PastedColumn } from '@bulk-associate/contract';
import { furtherColumns, usedColumns, type ColumnChoice } from './column-choice';

const kinds = ['name', 'email', 'id', 'firstName', 'lastName', undefined] as const;
const columns = kinds.map((holds): PastedColumn => ({ sample: 'x', ...(holds && { holds }) }));
const choice = (change: Partial<ColumnChoice>): ColumnChoice => ({
  columns,
  suggested: [2, 1, 0],
  main: 2,
  isAlone: false,
  ...change,
});

describe('the columns of a table that are used', () => {
  it.each([
    ['the suggested ones, best first', {}, [2, 1, 0]],
    ['the chosen one and those after it, not the better ones', { main: 1 }, [1, 0]],
    ['the chosen one alone, if it was not suggested', { main: 5 }, [5]],
    ['the first one alone, if the person says so', { isAlone: true }, [2]],
    ['none, while none is chosen', { main: undefined }, []],
    ['both parts of a name, whichever is chosen', { suggested: [1, 3, 4], main: 4 }, [4, 3]],
    ['both parts of a name, also alone', { suggested: [3, 4, 0], main: 3, isAlone: true }, [3, 4]],
  ])('are %s', (_, change, used) => expect(usedColumns(choice(change))).toEqual(used));

  it('can be shown without the first', () => expect(furtherColumns(choice({}))).toEqual([1, 0]));
});
