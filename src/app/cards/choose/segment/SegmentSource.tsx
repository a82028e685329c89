import { useTranslator } from '../../locales/TranslatorProvider';
import type { Draft } from '../../panel/state';
import { SearchBox } from '../SearchBox';
import { typeInSentence } from '../../parts/type-names';
import { SegmentResults } from './SegmentResults';

/** Choosing all members of a segment. */
export function SegmentSource({ draft }: { draft: Draft }) {
  const { t } = useTranslator();
  return (
    <SearchBox
      name="segment"
      label={t('segmentLabel', { types: typeInSentence(t, draft.type) })}
      placeholder={t('segmentHint')}
    >
      {(query) => <SegmentResults key={query} draft={draft} query={query} />}
    </SearchBox>
  );
}
