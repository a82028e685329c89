import { Button, Flex, Heading, Text } from '@hubspot/ui-extensions';
import type { SuggestedRecord, Suggestion } from '@bulk-associate/contract';
import { useTranslator } from '../../locales/TranslatorProvider';
import { useSession } from '../../panel/SessionProvider';
import { selectionOf, type Draft } from '../../panel/state';
import { detailText } from '../../parts/detail';
import { PagedTable, valueWidth } from '../../parts/PagedTable';
import { NamedRecordBox } from '../../parts/RecordBox';
import { useReasonText } from './useReasonText';

interface SuggestionGroupProps {
  draft: Draft;
  suggestion: Suggestion;
}

/** The records that are suggested for one reason, and a button that selects them all. */
export function SuggestionGroup({ draft, suggestion }: SuggestionGroupProps) {
  const session = useSession();
  const translator = useTranslator();
  const reasonText = useReasonText(draft);
  const { t } = translator;
  const { records, more, total } = suggestion;
  const n = records.length;
  const selection = selectionOf(draft);
  const areChosen = records.every(({ id }) => selection.has(id));
  return (
    <Flex direction="column" gap="extra-small">
      <Flex gap="small" align="center" justify="between" wrap>
        <Heading>{reasonText.ofGroup(suggestion)}</Heading>
        <Button
          size="xs"
          onClick={() =>
            areChosen ? session.remove(records.map(({ id }) => id)) : session.add(records.map(refOf))
          }
        >
          {areChosen ? t('searchPageOff', { n }) : t('suggestedAll', { n })}
        </Button>
      </Flex>
      {more && (
        <Text variant="microcopy">
          {total === undefined ? t('suggestedMore', { n }) : t('suggestedMoreOf', { n, total })}
        </Text>
      )}
      <PagedTable
        rows={records}
        columns={[{ header: t('column_name') }, { header: t('reportDetail') }]}
        cells={(record) => {
          const reason = reasonText.ofRecord(suggestion, record);
          return [
            <NamedRecordBox key="name" draft={draft} record={refOf(record)} />,
            <Flex key="detail" direction="column">
              <Text truncate={{ maxWidth: valueWidth(1) }}>
                {detailText(translator, draft.type.id, record) ?? '--'}
              </Text>
              {reason !== '' && <Text variant="microcopy">{reason}</Text>}
            </Flex>,
          ];
        }}
      />
    </Flex>
  );
}

/** The record as the selection holds it. */
function refOf({ through: _, ...record }: SuggestedRecord) {
  return record;
}
