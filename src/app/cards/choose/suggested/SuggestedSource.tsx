import { Flex, LoadingSpinner } from '@hubspot/ui-extensions';
import { useTranslator } from '../../locales/TranslatorProvider';
import type { Draft } from '../../panel/state';
import { EmptyMessage } from '../../parts/EmptyMessage';
import { Problem } from '../../parts/Problem';
import { useRecordName } from '../../parts/RecordName';
import { typeInSentence } from '../../parts/type-names';
import { SuggestionGroup } from './SuggestionGroup';
import { useSuggestions } from './useSuggestions';

/** Choosing among records that probably belong to the record being viewed, reason by reason. */
export function SuggestedSource({ draft }: { draft: Draft }) {
  const { t } = useTranslator();
  const record = useRecordName();
  const { suggestions, error, retry } = useSuggestions(draft);
  if (error) return <Problem error={error} onRetry={retry} />;
  if (!suggestions) return <LoadingSpinner label={t('loading')} showLabel layout="centered" />;
  if (suggestions.length === 0) {
    const text = t('suggestedNoneText', { types: typeInSentence(t, draft.type), record });
    return <EmptyMessage title={t('suggestedNone')} text={text} />;
  }
  return (
    <Flex direction="column" gap="medium">
      {suggestions.map((suggestion, index) => (
        <SuggestionGroup key={index} draft={draft} suggestion={suggestion} />
      ))}
    </Flex>
  );
}
