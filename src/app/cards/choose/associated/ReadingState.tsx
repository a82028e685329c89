import { Button, Flex, Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../../locales/TranslatorProvider';
import { LabelledProgressBar } from '../../parts/LabelledProgressBar';
import { ProblemAlert } from '../../parts/ProblemAlert';
import type { AssociatedList, AssociatedReader } from './associated-reader';
import type { AssociatedRow } from './associated-row';

interface ReadingStateProps {
  list: AssociatedList<AssociatedRow>;
  reader: AssociatedReader<AssociatedRow>;
}

/** How far the associations were read, while that is not all: the progress, why reading failed, or that there are more. */
export function ReadingState({ list: { rows, status, error }, reader }: ReadingStateProps) {
  const { t } = useTranslator();
  if (status === 'complete') return null;
  const n = rows.length;
  const isReading = status === 'reading';
  const [label, press] = isReading
    ? [t('stop'), reader.stop]
    : error
      ? [t('tryAgain'), reader.retry]
      : [t('segmentMore'), () => reader.readOn(Infinity)];
  return (
    <>
      {error && <ProblemAlert error={error} />}
      {isReading ? (
        <LabelledProgressBar
          title={t('detailed', { what: t('loading'), detail: n })}
          done={n}
          total={undefined}
        />
      ) : (
        <Text variant="microcopy">{t('associatedSoFar', { n })}</Text>
      )}
      <Flex>
        <Button size="xs" onClick={press}>
          {label}
        </Button>
      </Flex>
    </>
  );
}
