import { Flex, Tag, Text } from '@hubspot/ui-extensions';
import type { LinkableObjectType } from '@bulk-associate/contract';
import { useTranslator } from '../locales/TranslatorProvider';
import { selectionOf, type Draft } from '../panel/state';
import { countOf } from '../parts/type-names';
import { useActionSession } from './ActionSessionProvider';
import { mostAnchors } from './action-session';
import { useActionWords } from './words';

/** The anchors as tags, each of which removes its own, and the number of pairs that they make. */
export function AnchorTags({ draft, type }: { draft: Draft; type: LinkableObjectType }) {
  const session = useActionSession();
  const { t } = useTranslator();
  const words = useActionWords();
  const { anchors = [], leftOut = new Set() } = draft;
  if (anchors.length === 0) return <Text variant="microcopy">{words('anchorNone')}</Text>;
  const size = selectionOf(draft).size;
  return (
    <Flex direction="column" gap="extra-small">
      <Flex gap="extra-small" wrap>
        {anchors.map(({ id, label }) => (
          <Tag key={id} onClick={() => session.removeAnchor(id)}>
            {words('anchorRemove', { name: label })}
          </Tag>
        ))}
      </Flex>
      <Text>
        {words('anchorPairs', {
          records: countOf(t, draft.type, size),
          anchors: countOf(t, type, anchors.length),
          n: size * anchors.length,
        })}
      </Text>
      {leftOut.size > 0 && <Text variant="microcopy">{words('anchorLeftOut', { n: leftOut.size })}</Text>}
      {anchors.length === mostAnchors && (
        <Text variant="microcopy">{words('anchorFull', { most: mostAnchors })}</Text>
      )}
    </Flex>
  );
}
