import { Flex, Tab, Tabs } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import { useSession } from '../panel/SessionProvider';
import { sources, type Draft, type Source } from '../panel/state';
import { useRecordName } from '../parts/RecordName';
import { AssociatedSource } from './associated/AssociatedSource';
import { CollectProgress } from './CollectProgress';
import { OperationChoice } from './OperationChoice';
import { OtherSelections } from './OtherSelections';
import { PasteSource } from './paste/PasteSource';
import { SearchSource } from './search/SearchSource';
import { SegmentSource } from './segment/SegmentSource';
import { SelectionList } from './SelectionList';
import { SuggestedSource } from './suggested/SuggestedSource';
import { countSuggested, useSuggestions } from './suggested/useSuggestions';

const bodies = {
  suggested: SuggestedSource,
  associated: AssociatedSource,
  search: SearchSource,
  paste: PasteSource,
  segment: SegmentSource,
};

/** Step 1: what to do with which records, the sources of these records, and the selection so far. */
export function ChooseStep({ draft }: { draft: Draft }) {
  const session = useSession();
  const { t } = useTranslator();
  const record = useRecordName();
  const { type, operation, source } = draft;
  const { suggestions, error } = useSuggestions(draft);
  const n = countSuggested(suggestions);
  const Body = bodies[source];
  // The panel does not wait for suggestions, and stays at the source where a person is when they arrive.
  const isOffered = (each: Source) => each !== 'suggested' || each === source || n > 0 || error !== undefined;
  const title = (each: Source) => {
    const what = t(`source_${each}`);
    return each === 'suggested' && n > 0 ? t('detailed', { what, detail: n }) : what;
  };
  return (
    <Flex direction="column" gap="medium">
      <OperationChoice
        draft={draft}
        types={draft.types}
        type={type}
        labelHint={t('chooseLabelHint', { record })}
        on={session}
      />
      <CollectProgress draft={draft} />
      <Tabs
        selected={source}
        onSelectedChange={(chosen: string | number) => session.chooseSource(chosen as Source)}
      >
        {sources[operation.name].filter(isOffered).map((each) => (
          <Tab key={each} tabId={each} title={title(each)}>
            {each === source && <Body key={`${operation.name} ${type.id}`} draft={draft} />}
          </Tab>
        ))}
      </Tabs>
      <SelectionList draft={draft} />
      <OtherSelections draft={draft} />
    </Flex>
  );
}
