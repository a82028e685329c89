import type { OutcomeError } from '@bulk-associate/contract';
import type { Line } from '../run/ledger';
import { notFound } from '../testing/fake-functions';
import { groupByReason, leftOutReason, reasonOf } from './reasons';

const error = (fields: Partial<OutcomeError>): OutcomeError => ({
  message: '…',
  retryable: false,
  ...fields,
});

describe('the plain reason of a failure', () => {
  it.each([
    ['whyNotFound', notFound],
    ['whyNotFound', { category: 'VALIDATION_ERROR', message: 'No record with ID 41200032252 exists' }],
    ['whyInvalidId', { category: 'VALIDATION_ERROR', subCategory: 'crm.associations.INVALID_IDENTIFIER' }],
    ['whySelf', { category: 'VALIDATION_ERROR', message: 'Object 5 cannot be associated to itself (5)' }],
    ['whyNotDefined', { subCategory: 'crm.associations.INVALID_ASSOCIATION_TYPE' }],
    ['whyLimit', { category: 'VALIDATION_ERROR', message: 'The record is at its limit of 50 associations.' }],
    ['whyPermission', { category: 'MISSING_SCOPES' }],
    ['whyBusy', { category: 'RATE_LIMITED' }],
    ['whyNoAnswer', { category: 'NO_ANSWER' }],
    ['whyOther', { category: 'VALIDATION_ERROR', message: 'The association could not be created.' }],
  ] as const)('is %s for %j', (reason, fields) => expect(reasonOf(error(fields))).toBe(reason));

  it('is unknown where HubSpot said nothing', () => expect(reasonOf(undefined)).toBe('whyOther'));
});

describe('grouping by reason', () => {
  const line = (id: string, fields?: Partial<OutcomeError>): Line => ({
    record: { id, label: id },
    before: 'new',
    fate: 'failed',
    ...(fields && { error: error(fields) }),
  });

  it('puts the reason of most records first, and loses none', () => {
    const lines = [line('1'), line('2', notFound), line('3', notFound)];
    const groups = groupByReason(lines, (each) => reasonOf(each.error));
    expect(groups.map(({ reason, lines: of }) => [reason, of.length])).toEqual([
      ['whyNotFound', 2],
      ['whyOther', 1],
    ]);
  });

  it.each([
    ['not_found', 'whyNotFound'],
    ['over_limit', 'whyLimit'],
    ['self', 'whySelf'],
    ['duplicate', 'whyDuplicate'],
  ] as const)('tells a record that was left out as %s', (before, reason) => {
    expect(leftOutReason({ ...line('1'), before, fate: 'skipped' })).toBe(reason);
  });
});
