import { previewStatuses } from '@bulk-associate/contract';
import type { Reviewed } from '../run/ledger';
import { reviewGroups } from './groups';

describe('the groups of a review', () => {
  it('hold every record once, whatever its status', () => {
    const reviewed = previewStatuses.map((status): Reviewed => ({
      record: { id: status, label: '' },
      status,
    }));
    const grouped = reviewGroups(reviewed).flatMap(({ rows }) => rows);
    expect(new Set(grouped)).toEqual(new Set(reviewed));
    expect(grouped).toHaveLength(reviewed.length);
  });

  it('are four without records', () => {
    expect(reviewGroups([]).map(({ name }) => name)).toEqual(['new', 'already', 'notFound', 'overLimit']);
  });
});
