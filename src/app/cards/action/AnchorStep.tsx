import { useState } from 'react';
import { Flex, Heading, Tab, Tabs, Text } from '@hubspot/ui-extensions';
import { OperationChoice } from '../choose/OperationChoice';
import { useTranslator } from '../locales/TranslatorProvider';
import { selectionOf, type Draft } from '../panel/state';
import { countOf } from '../parts/type-names';
import { useAnchorChoice, useActionSession } from './ActionSessionProvider';
import { AnchorPaste } from './AnchorPaste';
import { AnchorSearch } from './AnchorSearch';
import { AnchorSuggestions } from './AnchorSuggestions';
import { AnchorTags } from './AnchorTags';
import { useActionWords } from './words';

const sources = ['search', 'paste'] as const;

/** Step 1: what to do with the selected records, and with which records they are paired. */
export function AnchorStep({ draft }: { draft: Draft }) {
  const { t } = useTranslator();
  const words = useActionWords();
  const session = useActionSession();
  const { types, type } = useAnchorChoice();
  const [source, setSource] = useState<string | number>('search');
  if (!type) return null;
  return (
    <Flex direction="column" gap="medium">
      <SelectedNote draft={draft} />
      <OperationChoice
        draft={draft}
        types={types}
        type={type}
        labelHint={words('anchorLabelHint')}
        on={session}
      />
      <Heading>{words(`anchorTitle_${draft.operation.name}`)}</Heading>
      <AnchorTags draft={draft} type={type} />
      <AnchorSuggestions draft={draft} />
      <Tabs selected={source} onSelectedChange={setSource}>
        {sources.map((each) => (
          <Tab key={each} tabId={each} title={t(`source_${each}`)}>
            {each === source &&
              (each === 'search' ? (
                <AnchorSearch draft={draft} type={type} />
              ) : (
                <AnchorPaste draft={draft} />
              ))}
          </Tab>
        ))}
      </Tabs>
    </Flex>
  );
}

/** How many records are selected, and which of those that HubSpot passed are not counted. */
function SelectedNote({ draft }: { draft: Draft }) {
  const { t } = useTranslator();
  const words = useActionWords();
  const { repeated, unreadable } = useActionSession().selected;
  return (
    <Flex direction="column" gap="flush">
      <Text format={{ fontWeight: 'bold' }}>
        {words('actionSelected', { records: countOf(t, draft.type, selectionOf(draft).size) })}
      </Text>
      {repeated > 0 && <Text variant="microcopy">{words('actionRepeated', { n: repeated })}</Text>}
      {unreadable > 0 && <Text variant="microcopy">{words('actionUnreadable', { n: unreadable })}</Text>}
    </Flex>
  );
}
