import { useVoice } from '../../locales/VoiceProvider';
import type { Desk } from '../../panel/state';
import { SearchBox } from '../SearchBox';
import { typeTitle } from '../../parts/words';
import { SegmentResults } from './SegmentResults';

/** Choosing all members of a segment. */
export function SegmentWay({ desk }: { desk: Desk }) {
  const { t } = useVoice();
  return (
    <SearchBox
      name="segment"
      label={t('segmentLabel', { types: typeTitle(t, desk.type) })}
      placeholder={t('column_name')}
    >
      {(query) => <SegmentResults desk={desk} query={query} />}
    </SearchBox>
  );
}
