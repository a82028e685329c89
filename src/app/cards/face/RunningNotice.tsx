import { Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import { useRecordName } from '../parts/RecordName';
import type { RunView } from '../run/chunked-run';
import type { Operation } from '../run/ledger';
import { useRun } from '../run/useRun';

/** The progress of a run, shown on the card while the panel is closed. */
export function RunningNotice({ run, operation }: { run: RunView; operation: Operation }) {
  const { t } = useTranslator();
  const record = useRecordName();
  const { settled: done, total } = useRun(run);
  const word = operation === 'associate' ? t('runTitle', { record }) : t('undoing');
  return (
    <>
      <Text>{t('detailed', { what: word, detail: t('partOf', { done, total }) })}</Text>
      <Text variant="microcopy">{t('runKeepOpen')}</Text>
    </>
  );
}
