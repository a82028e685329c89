import { useFaceTranslator } from '../locales/TranslatorProvider';
import { EmptyMessage } from './EmptyMessage';
import { useRecordName } from './RecordName';

/** The message for an account that defines no associations with records of this type. */
export function NothingToLink() {
  const { t } = useFaceTranslator();
  const record = useRecordName();
  return <EmptyMessage title={t('problemNothing')} text={t('problemNothingText', { record })} />;
}
