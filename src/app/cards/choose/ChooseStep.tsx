import { Flex, Tab, Tabs } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import { useSession } from '../panel/SessionProvider';
import { sources, type Draft, type Source } from '../panel/state';
import { AssociatedSource } from './associated/AssociatedSource';
import { CollectProgress } from './CollectProgress';
import { OperationChoice } from './OperationChoice';
import { OtherSelections } from './OtherSelections';
import { PasteSource } from './paste/PasteSource';
import { SearchSource } from './search/SearchSource';
import { SegmentSource } from './segment/SegmentSource';
import { SelectionList } from './SelectionList';

const bodies = {
  associated: AssociatedSource,
  search: SearchSource,
  paste: PasteSource,
  segment: SegmentSource,
};

/** Step 1: what to do with which records, the sources of these records, and the selection so far. */
export function ChooseStep({ draft }: { draft: Draft }) {
  const session = useSession();
  const { t } = useTranslator();
  const { type, operation, source } = draft;
  const Body = bodies[source];
  return (
    <Flex direction="column" gap="medium">
      <OperationChoice draft={draft} types={draft.types} type={type} on={session} />
      <CollectProgress draft={draft} />
      <Tabs
        selected={source}
        onSelectedChange={(chosen: string | number) => session.chooseSource(chosen as Source)}
      >
        {sources[operation.name].map((each) => (
          <Tab key={each} tabId={each} title={t(`source_${each}`)}>
            {each === source && <Body key={`${operation.name} ${type.id}`} draft={draft} />}
          </Tab>
        ))}
      </Tabs>
      <SelectionList draft={draft} />
      <OtherSelections draft={draft} />
    </Flex>
  );
}
