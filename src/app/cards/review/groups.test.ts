import { previewStatuses } from '@bulk-associate/contract';
import type { Reviewed } from '../run/ledger';
import { operationNames } from '../run/operation';
import { reviewGroups } from './groups';

describe.each(operationNames)('the groups of a review of the operation %s', (name) => {
  it('hold every record once, whatever its status', () => {
    const reviewed = previewStatuses.map((status): Reviewed => ({
      record: { id: status, label: '' },
      status,
    }));
    const grouped = reviewGroups({ name }, reviewed).flatMap(({ rows }) => rows);
    expect(new Set(grouped)).toEqual(new Set(reviewed));
    expect(grouped).toHaveLength(reviewed.length);
  });
});

describe('the groups that are shown without records', () => {
  it.each([
    ['associate', ['new', 'already', 'notFound', 'overLimit']],
    ['remove', ['removed', 'absent', 'notFound']],
  ] as const)('of the operation %s are %j', (name, groups) => {
    expect(reviewGroups({ name }, []).map((group) => group.name)).toEqual(groups);
  });
});
