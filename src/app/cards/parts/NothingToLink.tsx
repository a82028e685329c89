import { useTranslator } from '../locales/TranslatorProvider';
import { EmptyMessage } from './EmptyMessage';
import { useRecordName } from './RecordName';

/** When the account defines no association with records of this type. */
export function NothingToLink() {
  const { t } = useTranslator();
  const record = useRecordName();
  return <EmptyMessage title={t('problemNothing')} text={t('problemNothingText', { record })} />;
}
