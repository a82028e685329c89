import { EmptyState, Text } from '@hubspot/ui-extensions';
import { useVoice } from '../locales/VoiceProvider';
import { useSubject } from './Subject';

/** When the account defines no association with records of this type. */
export function NothingToLink() {
  const { t } = useVoice();
  const record = useSubject();
  return (
    <EmptyState title={t('problemNothing')} layout="vertical" imageName="object" flush>
      <Text>{t('problemNothingText', { record })}</Text>
    </EmptyState>
  );
}
