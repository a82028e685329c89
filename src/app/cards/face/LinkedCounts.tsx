import { useEffect } from 'react';
import { DescriptionList, DescriptionListItem, Text } from '@hubspot/ui-extensions';
import type { LinkableObjectType } from '@bulk-associate/contract';
import { useFaceTranslator } from '../locales/TranslatorProvider';
import type { Draft } from '../panel/state';
import { typeTitle } from '../parts/type-names';
import { useSdk } from '../sdk/SdkProvider';
import type { Place } from './place';

interface LinkedCountsProps {
  draft: Draft;
  place: Place;
  /** Called for each object type when its records were counted, or could not be. */
  onCounted: () => void;
}

/** The number of associated records of each object type. */
export function LinkedCounts({ draft, place, onCounted }: LinkedCountsProps) {
  const { t } = useFaceTranslator();
  // The key remounts HubSpot's hook after every run, so that it counts the links again.
  const run = draft.last?.endedAt ?? 0;
  return (
    <DescriptionList direction={place === 'tab' ? 'row' : 'column'}>
      {draft.types.map((type) => (
        <DescriptionListItem key={`${type.id} ${run}`} label={typeTitle(t, type)}>
          <LinkedCount type={type} onCounted={onCounted} />
        </DescriptionListItem>
      ))}
    </DescriptionList>
  );
}

interface LinkedCountProps extends Pick<LinkedCountsProps, 'onCounted'> {
  type: LinkableObjectType;
}

function LinkedCount({ type, onCounted }: LinkedCountProps) {
  const { useLinkedCount } = useSdk();
  const { t, number } = useFaceTranslator();
  const linked = useLinkedCount(type.id);
  const isCounted = linked.status !== 'loading';
  useEffect(() => {
    if (isCounted) onCounted();
  }, [isCounted, onCounted]);
  if (linked.status === 'loading') return <Text variant="microcopy">{t('loading')}</Text>;
  if (linked.status === 'failed') return <Text variant="microcopy">{t('faceCountFailed')}</Text>;
  return <Text>{linked.more ? t('faceCountMore', { n: linked.count }) : number(linked.count)}</Text>;
}
