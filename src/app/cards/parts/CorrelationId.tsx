import { Text } from '@hubspot/ui-extensions';
import { useFaceTranslator } from '../locales/TranslatorProvider';

/** The correlation id of a HubSpot call, which HubSpot's support asks for. Draws nothing without an id. */
export function CorrelationId({ id }: { id: string | undefined }) {
  const { t } = useFaceTranslator();
  return id ? <Text variant="microcopy">{t('forSupport', { id })}</Text> : null;
}
