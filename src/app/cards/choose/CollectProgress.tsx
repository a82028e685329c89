import { Alert, Button, Flex, Text } from '@hubspot/ui-extensions';
import { searchCap } from '@bulk-associate/contract';
import { useTranslator } from '../locales/TranslatorProvider';
import { useSession } from '../panel/SessionProvider';
import type { Draft } from '../panel/state';
import { LabelledProgressBar } from '../parts/LabelledProgressBar';
import { useProblemText } from '../parts/useProblemText';
import { typeInSentence } from '../parts/type-names';
import { capOf, type Collecting } from './collecting';

/** The progress of adding all matches or members, and afterwards its result. */
export function CollectProgress({ draft: { collecting, type } }: { draft: Draft }) {
  const { t } = useTranslator();
  switch (collecting.name) {
    case 'idle':
      return null;
    case 'collecting':
      return <Underway types={typeInSentence(t, type)} collecting={collecting} />;
    case 'collected':
      return <Ended ended={collecting} />;
  }
}

interface UnderwayProps {
  types: string;
  collecting: Extract<Collecting, { name: 'collecting' }>;
}

function Underway({ types, collecting: { found: n, total: all, source } }: UnderwayProps) {
  const session = useSession();
  const { t } = useTranslator();
  const total = all !== undefined && 'query' in source ? Math.min(all, capOf(source)) : all;
  const words = t('detailed', {
    what: t('collecting', { types }),
    detail: total === undefined ? n : t('partOf', { done: n, total }),
  });
  return (
    <Flex direction="column" gap="extra-small">
      <LabelledProgressBar title={words} done={n} total={total} />
      <Flex>
        <Button size="xs" onClick={() => session.stopCollecting()}>
          {t('stop')}
        </Button>
      </Flex>
    </Flex>
  );
}

function Ended({ ended }: { ended: Extract<Collecting, { name: 'collected' }> }) {
  const { t } = useTranslator();
  const textOf = useProblemText();
  const { found: n, error, capped, stopped } = ended;
  if (error) {
    return (
      <Alert variant="danger" title={t('collectFailed')}>
        <Text>{t('collected', { n })}</Text>
        <Text>{textOf(error).text}</Text>
      </Alert>
    );
  }
  const what = t('collected', { n });
  const title = stopped ? t('detailed', { what, detail: t('stopped') }) : what;
  return (
    <Alert variant={capped || stopped ? 'warning' : 'info'} title={title}>
      {capped && <Text>{t('searchCapped', { cap: searchCap })}</Text>}
    </Alert>
  );
}
