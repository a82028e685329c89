import { isSent, previewStatuses, type PreviewStatus } from '@bulk-associate/contract';
import { contacts, labels } from '../testing/fake-functions';
import { isSelectable, labelNames, operationNames, type OperationName } from './operation';

describe('a record on the screen', () => {
  it.each<[OperationName, PreviewStatus[]]>([
    ['associate', ['already_associated', 'self']],
    ['remove', ['new', 'adds_label', 'not_found', 'over_limit', 'self', 'duplicate']],
  ])('cannot be selected for the operation %s with the statuses %j', (name, refused) => {
    expect(previewStatuses.filter((status) => !isSelectable({ name }, status)).sort()).toEqual(
      refused.sort(),
    );
    expect(isSelectable({ name }, undefined)).toBe(true);
  });

  it.each(operationNames)('that is sent by the operation %s could be selected', (name) => {
    const sent = previewStatuses.filter((status) => isSent({ name }, status));
    expect(sent.filter((status) => !isSelectable({ name }, status))).toEqual([]);
  });
});

describe('the names of labels', () => {
  it('are those of the account, in its order; a label that it does not name has its id', () => {
    const [decisionMaker, primary] = labels;
    const gone = { category: 'USER_DEFINED', typeId: 99 } as const;
    expect(labelNames({ ...contacts, labels }, [gone, primary, decisionMaker])).toEqual([
      'Decision maker',
      'Primary',
      '#99',
    ]);
  });
});
