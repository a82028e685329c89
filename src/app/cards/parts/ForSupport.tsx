import { Text } from '@hubspot/ui-extensions';
import { useVoice } from '../locales/VoiceProvider';

/** HubSpot's id of a call, for those who take it further. */
export function ForSupport({ id }: { id: string | undefined }) {
  const { t } = useVoice();
  return id ? <Text variant="microcopy">{t('forSupport', { id })}</Text> : null;
}
