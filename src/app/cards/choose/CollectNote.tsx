import { Alert, Button, Flex, ProgressBar, Text } from '@hubspot/ui-extensions';
import { searchCap } from '@bulk-associate/contract';
import { useVoice } from '../locales/VoiceProvider';
import type { Voice } from '../locales/translate';
import { useSession } from '../panel/SessionProvider';
import type { Desk } from '../panel/state';
import { problemWords } from '../parts/problem-words';
import { typeTitle } from '../parts/words';
import { useSdk } from '../sdk/SdkProvider';
import type { Collecting } from './collecting';

/** How far the taking of all matches or members is, and what came of it. */
export function CollectNote({ desk }: { desk: Desk }) {
  const { collecting } = desk;
  if (collecting.name === 'idle') return null;
  if (collecting.name === 'collecting') return <Underway desk={desk} collecting={collecting} />;
  return <Ended ended={collecting} />;
}

function Underway({
  desk,
  collecting,
}: {
  desk: Desk;
  collecting: Extract<Collecting, { name: 'collecting' }>;
}) {
  const session = useSession();
  const { t } = useVoice();
  const { found: n, total } = collecting;
  const types = typeTitle(t, desk.type);
  const most =
    total === undefined ? undefined : Math.min(total, 'query' in collecting.source ? searchCap : total);
  const words =
    most === undefined ? t('collecting', { types, n }) : t('collectingOf', { types, n, total: most });
  return (
    <Flex direction="column" gap="extra-small">
      <ProgressBar aria-label={words} title={words} value={n} maxValue={most ?? Math.max(1, n * 2)} />
      <Flex>
        <Button size="xs" onClick={() => session.stopCollecting()}>
          {t('collectStop')}
        </Button>
      </Flex>
    </Flex>
  );
}

function Ended({ ended }: { ended: Extract<Collecting, { name: 'collected' }> }) {
  const voice = useVoice();
  const sdk = useSdk();
  const { t } = voice;
  const { found: n, error, capped, stopped } = ended;
  if (error) {
    const reason = problemWords(voice, error, sdk).text;
    return (
      <Alert variant="danger" title={t('collectFailed')}>
        <Text>{t('collectFailedText', { n, reason })}</Text>
      </Alert>
    );
  }
  return (
    <Alert
      variant={capped ? 'warning' : 'info'}
      title={stopped ? t('collectStopped', { n }) : taken(voice, ended)}
    >
      {capped && <Text>{t('searchCapped', { cap: searchCap })}</Text>}
    </Alert>
  );
}

function taken(
  { t }: Voice,
  { source, found: n, capped }: Extract<Collecting, { name: 'collected' }>,
): string {
  if ('name' in source) return t('collectedMembers', { n, name: source.name });
  return t(capped ? 'collectedFirst' : 'collected', { n });
}
