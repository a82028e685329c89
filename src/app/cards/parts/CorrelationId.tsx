import { Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';

/** HubSpot's id of a call, for those who take it further. */
export function CorrelationId({ id }: { id: string | undefined }) {
  const { t } = useTranslator();
  return id ? <Text variant="microcopy">{t('forSupport', { id })}</Text> : null;
}
