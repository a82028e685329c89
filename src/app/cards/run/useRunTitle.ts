import { useTranslator } from '../locales/TranslatorProvider';
import type { RunKind } from '../panel/state';
import { useRecordName } from '../parts/RecordName';
import { kindOf } from './operation';

/** What a run does, as a heading. */
export function useRunTitle({ operation, phase }: RunKind): string {
  const { t } = useTranslator();
  const record = useRecordName();
  if (phase === 'undo') return t('undoing');
  return t(`run_title_${kindOf(operation)}`, { record, label: operation.label?.name ?? '' });
}
