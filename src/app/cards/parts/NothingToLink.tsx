import { useTranslator } from '../locales/TranslatorProvider';
import { Nothing } from './Nothing';
import { useSubject } from './Subject';

/** When the account defines no association with records of this type. */
export function NothingToLink() {
  const { t } = useTranslator();
  const record = useSubject();
  return <Nothing title={t('problemNothing')} text={t('problemNothingText', { record })} />;
}
