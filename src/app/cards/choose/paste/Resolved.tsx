import { Alert, Button, Flex, Text } from '@hubspot/ui-extensions';
import type { LinkableObjectType } from '@bulk-associate/contract';
import { useVoice } from '../../locales/VoiceProvider';
import { useSession } from '../../panel/SessionProvider';
import { ProblemAlert } from '../../parts/ProblemAlert';
import { LineGroups } from './LineGroups';
import type { Pasting } from './pasting';

interface ResolvedProps {
  type: LinkableObjectType;
  pasting: Extract<Pasting, { name: 'resolved' }>;
}

/** What came of each pasted value; whatever was not found stays in sight. */
export function Resolved({ type, pasting }: ResolvedProps) {
  const { paste } = useSession();
  const { t } = useVoice();
  const { lines, stopped, error } = pasting;
  const n = lines.filter(({ status }) => status === 'found').length;
  return (
    <Flex direction="column" gap="small" align="stretch">
      <Alert
        title={n > 0 ? t('pasteFound', { n }) : t('pasteFoundNone')}
        variant={n > 0 ? 'success' : 'warning'}
      >
        {stopped && <Text>{t('pasteStopped')}</Text>}
      </Alert>
      {error && <ProblemAlert error={error} />}
      <LineGroups lines={lines} objectType={type.id} />
      <Flex gap="small" align="start">
        <Button onClick={() => paste.reopen()}>{t('pasteChange')}</Button>
      </Flex>
    </Flex>
  );
}
