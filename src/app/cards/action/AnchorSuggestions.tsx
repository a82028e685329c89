import { Flex, Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import type { Draft } from '../panel/state';
import { countOf } from '../parts/type-names';
import { AnchorTable } from './AnchorTable';
import { useAnchorChoice } from './ActionSessionProvider';
import { useActionWords } from './words';

/** Companies that the selected contacts probably belong to. Draws nothing without any. */
export function AnchorSuggestions({ draft }: { draft: Draft }) {
  const { t } = useTranslator();
  const words = useActionWords();
  const { suggested } = useAnchorChoice();
  if (suggested.length === 0) return null;
  return (
    <Flex direction="column" gap="extra-small">
      <Text>{words('anchorSuggested')}</Text>
      <AnchorTable
        rows={suggested}
        recordOf={({ record }) => record}
        draft={draft}
        note={({ count }) => <Text variant="microcopy">{countOf(t, draft.type, count)}</Text>}
      />
    </Flex>
  );
}
