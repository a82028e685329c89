import { Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import type { RunKind } from '../panel/state';
import type { RunView } from '../run/chunked-run';
import { useRun } from '../run/useRun';
import { useRunTitle } from '../run/useRunTitle';

/** The progress of a run, shown on the card while the panel is closed. */
export function RunningNotice({ run, of }: { run: RunView; of: RunKind }) {
  const { t } = useTranslator();
  const what = useRunTitle(of);
  const { settled: done, total } = useRun(run);
  return (
    <>
      <Text>{t('detailed', { what, detail: t('partOf', { done, total }) })}</Text>
      <Text variant="microcopy">{run.note?.() ?? t('runKeepOpen')}</Text>
    </>
  );
}
