import fc from 'fast-check';
import type { ResolvedLine } from '@bulk-associate/contract';
import { isOpen, lineOf, withAnswer, withRefusals } from './pasted-line';

const record = (id: string) => ({ id, label: `Record ${id}` });
const answer = (status: ResolvedLine['status'], ids: string[] = [], more: Partial<ResolvedLine> = {}) => ({
  value: 'x',
  status,
  records: ids.map(record),
  ...more,
});
const found = (id: string) => answer('found', [id]);
const several = (...ids: string[]) => answer('several', ids);
const offered = (...ids: string[]) => answer('several', ids, { reason: 'parent_domain' });
const missing = answer('not_found');
const notSelf = () => false;

function lineAfter(answers: ResolvedLine[], isSelf: (id: string) => boolean = notSelf) {
  const values = answers.map((_, index) => `value ${index}`) as [string, ...string[]];
  return answers.reduce(
    (line, each) => (isOpen(line) ? withAnswer(line, each, isSelf) : line),
    lineOf({ text: 'x', values }),
  );
}
const after = (...answers: ResolvedLine[]) => {
  const { status, records } = lineAfter(answers);
  return [status, ...records.map(({ id }) => id)];
};

describe('a row with several values', () => {
  it.each([
    ['the first that is found', [found('1'), found('2')], ['found', '1']],
    ['the next one, where the first is not found', [missing, found('2')], ['found', '2']],
    ['what both name, of several', [several('1', '2'), several('2', '3')], ['found', '2']],
    ['one of several that the next one names', [several('1', '2'), found('2')], ['found', '2']],
    ['a choice, where two values name different records', [several('1', '2'), found('3')], ['several', '1', '2', '3']],
    ['a choice among the first, where the next finds others', [several('1', '2'), several('3', '4')], ['several', '1', '2']],
    ['a choice among the first, where the next finds nothing', [several('1', '2'), missing], ['several', '1', '2']],
    ['a record rather than one of the parent domain', [offered('1'), found('2')], ['found', '2']],
    ['candidates rather than one of the parent domain', [offered('1'), several('2', '3')], ['several', '2', '3']],
    ['candidates, whatever the parent domain has', [several('2', '3'), offered('2')], ['several', '2', '3']],
    ['no record of the parent domain, even a single one', [missing, offered('1')], ['several', '1']],
    ['nothing', [missing, missing], ['not_found']],
  ])('is settled by %s', (_, answers, settled) => expect(after(...answers)).toEqual(settled)); // prettier-ignore

  it('keeps the reason of its best column', () => {
    const cut = answer('unreadable', [], { reason: 'digits_cut' });
    expect(lineAfter([cut, missing])).toMatchObject({ status: 'unreadable', reason: 'digits_cut' });
    expect(lineAfter([answer('unreadable', [], { reason: 'no_text' }), missing]).status).toBe('not_found');
  });

  it('never takes a record that none of its answers found alone or all candidates share', () => {
    const ids = fc.uniqueArray(fc.constantFrom('1', '2', '3', '4'), { minLength: 2, maxLength: 3 });
    const answers = fc.oneof(
      fc.constantFrom('1', '2', '3').map(found),
      ids.map((all) => several(...all)),
      ids.map((all) => offered(...all)),
      fc.constant(missing),
    );
    fc.assert(
      fc.property(fc.array(answers, { minLength: 1, maxLength: 4 }), (all) => {
        const { status, records } = lineAfter(all);
        if (status !== 'found') return;
        expect(records).toHaveLength(1);
        const [{ id } = record('')] = records;
        const isFound = all.some((each) => each.status === 'found' && each.records[0]?.id === id);
        const sharing = all.filter(
          (each) => each.status === 'several' && !each.reason && each.records.some((one) => one.id === id),
        );
        expect(isFound || sharing.length > 1).toBe(true);
      }),
    );
  });
});

describe('a line', () => {
  it('is itself if the record found is the one being viewed', () => {
    expect(lineAfter([found('7')], (id) => id === '7').status).toBe('self');
    expect(lineAfter([several('7', '8')], (id) => id === '7').status).toBe('several');
  });

  it('keeps by what its records were found, and no word that it does not know', () => {
    const by = (word: string) => lineAfter([{ ...found('1'), by: word as never }]).records[0];
    expect(by('email')).toEqual({ ...record('1'), by: 'email' });
    expect(by('colour')).toEqual(record('1'));
    const reason = (word?: string) =>
      lineAfter([answer('unreadable', [], word ? { reason: word as never } : {})]).reason;
    expect(reason('free_mail')).toBe('free_mail');
    expect(reason('colour')).toBe('unreadable');
    expect(reason()).toBe('unreadable');
  });

  it('passes over values that the function does not accept, up to the first that it does', () => {
    const line = lineOf({ text: 'x', values: ['PK\u0003', 'x'.repeat(3001), 'ada@x.com', '7'] });
    expect(withRefusals(line)).toMatchObject({ done: 2, status: 'unreadable', reason: 'binary' });
    const long = lineOf({ text: 'x', values: ['x'.repeat(3001)] });
    expect(withRefusals(long)).toMatchObject({ done: 1, reason: 'too_long' });
  });

  it.each(['4.12E+10', 'https://app.hubspot.com/contacts/99/record/0-1/5', '@@', ' '.repeat(3000)])(
    'leaves it to the function to judge %j',
    (value) => expect(withRefusals(lineOf({ text: value, values: [value] })).done).toBe(0),
  );
});
