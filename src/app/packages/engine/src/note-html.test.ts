import { notedOutcomes, type NotedRecord, type NotedRun } from '@bulk-associate/contract';
import fc from 'fast-check';
import { mostNoteCharacters, noteHtml, type NoteWords } from './note-html';

const words: NoteWords = {
  tag: 'en',
  associate: 'Associated: {n} {objects}',
  associate_label: 'Associated as {label}: {n} {objects}',
  remove: 'Removed: {n} {objects}',
  remove_label: 'Label {label} removed: {n} {objects}',
  undo_associate: 'Undone: {n} {objects}',
  undo_associate_label: 'Undone as {label}: {n} {objects}',
  undo_remove: 'Restored: {n} {objects}',
  undo_remove_label: 'Label {label} restored: {n} {objects}',
  outcomes: 'Outcome: {summary}',
  count: '{n} {word}',
  outcome: Object.fromEntries(notedOutcomes.map((word) => [word, word])) as NoteWords['outcome'],
  types: { Contacts: 'contacts' },
  by: 'By {user}',
  byAsTold: 'By {user}, not verified',
  run: 'Run {key}, {time}',
  more: 'and {n} more',
};
const run: NotedRun = {
  key: 'run-12345',
  phase: 'run',
  operation: 'associate',
  objects: 'Contacts',
  counts: { associated: 2, failed: 1 },
  changed: 2,
  endedAt: Date.UTC(2026, 10, 28, 12, 0),
  records: [
    { id: '1', label: 'Ada' },
    { id: '2', label: '2' },
  ],
};
const htmlOf = (change: Partial<NotedRun>, context: { timeZone?: string; signedUser?: string } = {}) =>
  noteHtml({ ...run, ...change }, { words, timeZone: undefined, signedUser: undefined, ...context });

/** The elements of a note without its texts. */
const elementsOf = (html: string) => html.replace(/[^<>]*(?=<|$)/g, '');

describe('the body of a note', () => {
  it('says what was done, the outcomes, the user, the run, the time and the records', () => {
    expect(htmlOf({ user: 'Ada' }, { timeZone: 'Asia/Tokyo' })).toBe(
      '<p><strong>Associated: 2 contacts</strong></p><p>Outcome: 1 failed, 2 associated</p>' +
        '<p>By Ada, not verified<br>Run run-12345, Nov 28, 2026, 9:00:00 PM GMT+9</p>' +
        '<ul><li>Ada (1)</li><li>(2)</li></ul>',
    );
  });

  it.each([
    [{ operation: 'remove' }, 'Removed: 2 contacts'],
    [{ label: 'Billing' }, 'Associated as Billing: 2 contacts'],
    [{ operation: 'remove', label: 'Billing' }, 'Label Billing removed: 2 contacts'],
    [{ phase: 'undo' }, 'Undone: 2 contacts'],
    [{ phase: 'undo', operation: 'remove', label: 'Billing' }, 'Label Billing restored: 2 contacts'],
  ] as const)('has words of its own for %j', (change, title) => {
    expect(htmlOf(change)).toContain(`<strong>${title}</strong>`);
  });

  it('names the signed user, and not the one that the card names', () => {
    const html = htmlOf({ user: 'someone else' }, { signedUser: 'ada@example.com' });
    expect(html).toContain('By ada@example.com<br>');
    expect(html).not.toContain('someone else');
  });

  it('says the time in UTC where the time zone is not known', () => {
    expect(htmlOf({}, { timeZone: 'Nowhere/Land' })).toContain('12:00:00 PM UTC');
  });

  it('says how many records are not named', () => {
    expect(htmlOf({ changed: 314 })).toMatch(/<\/ul><p>and 312 more<\/p>$/);
  });

  it('writes numbers and the list of outcomes as its language does', () => {
    const counts = { associated: 10_000, failed: 1, unconfirmed: 2 };
    const html = noteHtml(
      { ...run, counts, changed: 10_000 },
      { words: { ...words, tag: 'de' }, timeZone: undefined, signedUser: undefined },
    );
    expect(html).toContain('Associated: 10.000 contacts');
    expect(html).toContain('Outcome: 1 failed, 2 unconfirmed und 10.000 associated');
    expect(html).toContain('and 9.998 more');
  });

  it('stays within HubSpot’s limit, and counts every record that it does not name', () => {
    const record = fc.record({ id: fc.constant('41200000325'), label: fc.string({ maxLength: 400 }) });
    const records = fc.array(record, { minLength: 1, maxLength: 1_000, size: 'max' });
    fc.assert(
      fc.property(records, fc.nat(5_000), (all, others) => {
        const html = htmlOf({ records: all, changed: all.length + others });
        expect(html.length).toBeLessThanOrEqual(mostNoteCharacters);
        const named = html.match(/<li>/g)?.length ?? 0;
        const more = Number(/and ([\d,]+) more/.exec(html)?.[1]?.replace(',', '') ?? 0);
        expect(named + more).toBe(all.length + others);
      }),
      { numRuns: 30 },
    );
    const long: NotedRecord[] = Array.from({ length: 1_000 }, (_, n) => ({
      id: String(n + 1),
      label: '<'.repeat(300),
    }));
    expect(htmlOf({ records: long, changed: 1_000 }).length).toBeLessThanOrEqual(mostNoteCharacters);
  });

  it('has the same elements whatever a record, a label or a user is called', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: fc.constantFrom(...'<>&"\'/ ali{}user\u0000\ud800'), maxLength: 300 }),
      fc.constantFrom(
        '</li></ul><script>alert(1)</script>',
        '&lt;b&gt;',
        '{user}',
        '{n}<img src=x onerror=a>',
      ),
    );
    const plain = elementsOf(htmlOf({ label: 'x', user: 'x' }));
    fc.assert(
      fc.property(name, name, name, (label, user, record) => {
        const records = [{ id: '1', label: record }, { id: '2' }];
        const html = htmlOf({ label, user, records, objects: label });
        expect(elementsOf(html)).toBe(plain);
        expect(html.replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
        expect(html).not.toMatch(/[\p{Cc}\p{Cs}]/u);
      }),
    );
  });
});
