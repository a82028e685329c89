import { Flex, Select, Tab, Tabs } from '@hubspot/ui-extensions';
import { useVoice } from '../locales/VoiceProvider';
import { useSession } from '../panel/SessionProvider';
import { ways, type Draft, type Way } from '../panel/state';
import { typeTitle } from '../parts/words';
import { CollectNote } from './CollectNote';
import { OtherSelections } from './OtherSelections';
import { PasteWay } from './paste/PasteWay';
import { SearchWay } from './search/SearchWay';
import { SegmentWay } from './segment/SegmentWay';
import { SelectionList } from './SelectionList';

const bodies = { search: SearchWay, paste: PasteWay, segment: SegmentWay };

/** Step 1: an object type, three ways to choose its records, and what is chosen so far. */
export function ChooseStep({ draft }: { draft: Draft }) {
  const session = useSession();
  const { t } = useVoice();
  const { type, types, way } = draft;
  const Body = bodies[way];
  return (
    <Flex direction="column" gap="medium">
      <Select
        name="object-type"
        label={t('chooseType')}
        value={type.id}
        options={types.map((each) => ({ value: each.id, label: typeTitle(t, each) }))}
        onChange={(value) => session.chooseType(String(value))}
      />
      <Tabs selected={way} onSelectedChange={(chosen: string | number) => session.chooseWay(chosen as Way)}>
        {ways.map((each) => (
          <Tab key={each} tabId={each} title={t(`way_${each}`)}>
            {each === way && <Body key={type.id} draft={draft} />}
          </Tab>
        ))}
      </Tabs>
      <CollectNote draft={draft} />
      <SelectionList draft={draft} />
      <OtherSelections draft={draft} />
    </Flex>
  );
}
