import { DescriptionList, DescriptionListItem, Text } from '@hubspot/ui-extensions';
import type { LinkableObjectType } from '@bulk-associate/contract';
import { useFaceTranslator } from '../locales/TranslatorProvider';
import type { Draft } from '../panel/state';
import { typeTitle } from '../parts/type-names';
import { useSdk } from '../sdk/SdkProvider';
import type { Place } from './place';

/** The number of associated records of each object type. */
export function LinkedCounts({ draft, place }: { draft: Draft; place: Place }) {
  const { t } = useFaceTranslator();
  // The key remounts HubSpot's hook after every run, so that it counts the links again.
  const run = draft.last?.endedAt ?? 0;
  return (
    <DescriptionList direction={place === 'tab' ? 'row' : 'column'}>
      {draft.types.map((type) => (
        <DescriptionListItem key={`${type.id} ${run}`} label={typeTitle(t, type)}>
          <LinkedCount type={type} />
        </DescriptionListItem>
      ))}
    </DescriptionList>
  );
}

function LinkedCount({ type }: { type: LinkableObjectType }) {
  const { useLinkedCount } = useSdk();
  const { t, number } = useFaceTranslator();
  const linked = useLinkedCount(type.id);
  if (linked.status === 'loading') return <Text variant="microcopy">{t('loading')}</Text>;
  if (linked.status === 'failed') return <Text variant="microcopy">{t('faceCountFailed')}</Text>;
  return <Text>{linked.more ? t('faceCountMore', { n: linked.count }) : number(linked.count)}</Text>;
}
