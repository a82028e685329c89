import { Flex, Select, Tab, Tabs } from '@hubspot/ui-extensions';
import { useVoice } from '../locales/VoiceProvider';
import type { Translate } from '../locales/messages';
import { useSession } from '../panel/SessionProvider';
import { ways, type Desk, type Way } from '../panel/state';
import { typeTitle } from '../parts/words';
import { CollectNote } from './CollectNote';
import { OtherTrays } from './OtherTrays';
import { PasteWay } from './paste/PasteWay';
import { SearchWay } from './search/SearchWay';
import { SegmentWay } from './segment/SegmentWay';
import { TrayList } from './TrayList';

/** Step 1: an object type, three ways to choose its records, and what is chosen so far. */
export function ChooseStep({ desk }: { desk: Desk }) {
  const session = useSession();
  const { t } = useVoice();
  const { type, way } = desk;
  return (
    <Flex direction="column" gap="medium">
      <Select
        name="object-type"
        label={t('chooseType')}
        value={type.id}
        options={desk.types.map((each) => ({ value: each.id, label: typeTitle(t, each) }))}
        onChange={(value) => session.chooseType(String(value))}
      />
      <Tabs
        selected={way}
        onSelectedChange={(selected: string | number) => session.chooseWay(wayOf(selected))}
      >
        {ways.map((each) => (
          <Tab key={each} tabId={each} title={wayTitle(t, each)}>
            {each === way && <WayBody desk={desk} />}
          </Tab>
        ))}
      </Tabs>
      <CollectNote desk={desk} />
      <TrayList desk={desk} />
      <OtherTrays desk={desk} />
    </Flex>
  );
}

function WayBody({ desk }: { desk: Desk }) {
  switch (desk.way) {
    case 'search':
      return <SearchWay key={desk.type.id} desk={desk} />;
    case 'paste':
      return <PasteWay key={desk.type.id} desk={desk} />;
    case 'segment':
      return <SegmentWay key={desk.type.id} desk={desk} />;
  }
}

function wayTitle(t: Translate, way: Way): string {
  return t(way === 'search' ? 'waySearch' : way === 'paste' ? 'wayPaste' : 'waySegment');
}

function wayOf(selected: string | number): Way {
  return ways.find((way) => way === selected) ?? 'search';
}
