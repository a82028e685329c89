import { useState } from 'react';
import { Flex, SearchInput, useDebounce } from '@hubspot/ui-extensions';
import { useVoice } from '../../locales/VoiceProvider';
import type { Desk } from '../../panel/state';
import { typeTitle } from '../../parts/words';
import { SegmentResults } from './SegmentResults';

/** Choosing all members of a segment. */
export function SegmentWay({ desk }: { desk: Desk }) {
  const { t } = useVoice();
  const [typed, setTyped] = useState('');
  const query = useDebounce(typed).trim();
  return (
    <Flex direction="column" gap="small">
      <SearchInput
        name="segment"
        label={t('segmentLabel', { types: typeTitle(t, desk.type) })}
        placeholder={t('segmentHint')}
        value={typed}
        onInput={setTyped}
        onChange={setTyped}
      />
      <SegmentResults desk={desk} query={query} />
    </Flex>
  );
}
