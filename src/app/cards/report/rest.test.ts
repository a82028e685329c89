import { en } from '@bulk-associate/messages';
// eslint-disable-next-line no-restricted-imports -- the words as a person pastes them
import { panels } from '@bulk-associate/messages/panel';
import type { Ledger } from '../run/ledger';
import { restOf } from './rest';
// eslint-disable-next-line no-restricted-imports -- the other side of the format
import { answerPastedText } from '@bulk-associate/reading';

const ids = ['41200000325', '7', '9223372036854775807'];
const ledger: Ledger = [
  { record: { id: '41200000332', label: 'Ada' }, before: 'new', outcome: 'associated' },
  ...ids.map((id) => ({ record: { id, label: id }, before: 'new', outcome: 'not_sent' }) as const),
];

describe('the records of a run that were not sent', () => {
  it.each(
    [en, ...Object.values(panels)].flatMap(({ column_hs_object_id: heading }) =>
      ['0-1', '0-2', '0-3', '0-5', '2-77'].flatMap((objectType) =>
        ['Alder Logistics', '株式会社アルダー（東京）', 'A (B), C; D|E', 'Record 41200000325', ''].map(
          (record) => [String(heading), objectType, record] as const,
        ),
      ),
    ),
  )('under %s are read as ids of %s without a question, beside “%s”', (heading, objectType, record) => {
    const text = restOf(heading, record, ledger);
    expect(answerPastedText({ text, objectType }).parts).toMatchObject({
      kind: 'list',
      entries: ids.map((id) => ({ values: [id], numbers: ['id'] })),
    });
  });
});
