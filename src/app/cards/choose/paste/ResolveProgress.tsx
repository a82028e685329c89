import { useTranslator } from '../../locales/TranslatorProvider';
import { LabelledProgressBar } from '../../parts/LabelledProgressBar';
import type { RunView } from '../../run/chunked-run';
import { useRun } from '../../run/useRun';

/** The progress of the look-up. */
export function ResolveProgress({ run }: { run: RunView }) {
  const { t } = useTranslator();
  const { settled: done, total } = useRun(run);
  const words = t('detailed', { what: t('pasteLooking'), detail: t('partOf', { done, total }) });
  return <LabelledProgressBar title={words} done={done} total={total} />;
}
