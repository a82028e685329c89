import { Alert, Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../../locales/TranslatorProvider';
import type { Pasting } from './pasting';

/** Asks whether numbers with separators are one number or several. The answers are buttons of `PasteButtons`. */
export function NumberQuestion({ pasting }: { pasting: Extract<Pasting, { name: 'askingNumbers' }> }) {
  const { t } = useTranslator();
  return (
    <Alert title={t('pasteNumbersTitle', { sample: pasting.question.sample.trim() })} variant="info">
      <Text>{t('pasteNumbersText')}</Text>
    </Alert>
  );
}
