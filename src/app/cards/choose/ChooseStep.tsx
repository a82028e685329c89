import { Flex, Select, Tab, Tabs } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import { useSession } from '../panel/SessionProvider';
import { sources, type Draft, type Source } from '../panel/state';
import { typeTitle } from '../parts/type-names';
import { CollectProgress } from './CollectProgress';
import { OtherSelections } from './OtherSelections';
import { PasteSource } from './paste/PasteSource';
import { SearchSource } from './search/SearchSource';
import { SegmentSource } from './segment/SegmentSource';
import { SelectionList } from './SelectionList';

const bodies = { search: SearchSource, paste: PasteSource, segment: SegmentSource };

/** Step 1: the object type, the three sources of its records, and the selection so far. */
export function ChooseStep({ draft }: { draft: Draft }) {
  const session = useSession();
  const { t } = useTranslator();
  const { type, types, source } = draft;
  const Body = bodies[source];
  return (
    <Flex direction="column" gap="medium">
      <Select
        name="object-type"
        label={t('chooseType')}
        value={type.id}
        options={types.map((each) => ({ value: each.id, label: typeTitle(t, each) }))}
        onChange={(value) => session.chooseType(String(value))}
      />
      <CollectProgress draft={draft} />
      <Tabs
        selected={source}
        onSelectedChange={(chosen: string | number) => session.chooseSource(chosen as Source)}
      >
        {sources.map((each) => (
          <Tab key={each} tabId={each} title={t(`source_${each}`)}>
            {each === source && <Body key={type.id} draft={draft} />}
          </Tab>
        ))}
      </Tabs>
      <SelectionList draft={draft} />
      <OtherSelections draft={draft} />
    </Flex>
  );
}
