import type { OutcomeError } from '@bulk-associate/contract';
import type { Line } from '../run/ledger';
import { notFound } from '../testing/fake-functions';
import { groupByReason, reasonFor, reasonOf } from './reasons';

const error = (fields: Partial<OutcomeError>): OutcomeError => ({
  message: '…',
  retryable: false,
  ...fields,
});

describe('the reason of a failure', () => {
  it.each([
    ['notFound', notFound],
    ['notFound', { category: 'VALIDATION_ERROR', message: 'No record with ID 41200032252 exists' }],
    ['invalidId', { category: 'VALIDATION_ERROR', subCategory: 'crm.associations.INVALID_IDENTIFIER' }],
    ['self', { category: 'VALIDATION_ERROR', message: 'Object 5 cannot be associated to itself (5)' }],
    ['notDefined', { subCategory: 'crm.associations.INVALID_ASSOCIATION_TYPE' }],
    ['limit', { category: 'VALIDATION_ERROR', message: 'The record is at its limit of 50 associations.' }],
    ['permission', { category: 'MISSING_SCOPES' }],
    ['busy', { category: 'RATE_LIMITED' }],
    ['noAnswer', { category: 'NO_ANSWER' }],
    ['other', { category: 'VALIDATION_ERROR', message: 'The association could not be created.' }],
  ] as const)('is %s for %j', (reason, fields) => expect(reasonOf(error(fields))).toBe(reason));
});

describe('grouping by reason', () => {
  const line = (id: string, fields?: Partial<OutcomeError>): Line => ({
    record: { id, label: id },
    before: 'new',
    outcome: 'failed',
    ...(fields && { error: error(fields) }),
  });

  it('puts the reason of most records first, and loses none', () => {
    const lines = [line('1'), line('2', notFound), line('3', notFound)];
    const groups = groupByReason(lines);
    expect(groups.map(({ reason, lines: of }) => [reason, of.length])).toEqual([
      ['notFound', 2],
      ['other', 1],
    ]);
  });

  it.each([
    ['not_found', 'notFound'],
    ['over_limit', 'limit'],
    ['self', 'self'],
    ['duplicate', 'duplicate'],
  ] as const)('gives a skipped record with the status %s the reason %s', (before, reason) => {
    expect(reasonFor({ ...line('1'), before, outcome: 'skipped' })).toBe(reason);
  });
});
