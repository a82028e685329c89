import { useMemo } from 'react';
import { Accordion, Flex, Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import { previewOf } from '../panel/selection-preview';
import { useSession } from '../panel/SessionProvider';
import { selectionOf, type Draft } from '../panel/state';
import { ChosenTable } from '../parts/ChosenTable';
import { statusText } from '../parts/status-text';
import { countOf } from '../parts/type-names';
import { useStatuses } from '../records/useKnownRecords';
import { groupNames, groupTitle, reviewGroups } from '../review/groups';

/** The selected records, from all sources, and how many of them the operation would leave as they are, where that is known. */
export function SelectionList({ draft }: { draft: Draft }) {
  const session = useSession();
  const { t } = useTranslator();
  const { type } = draft;
  const selection = selectionOf(draft);
  const rows = useMemo(() => [...selection.values()].map((record) => ({ record })), [selection]);
  if (selection.size === 0) return null;
  return (
    <Flex direction="column" gap="extra-small">
      <Accordion title={t('selectionTitle', { records: countOf(t, type, selection.size) })} size="sm">
        <ChosenTable
          rows={rows}
          draft={draft}
          onRemoveAll={() => session.clear()}
          note={({ record }) => <StatusNote draft={draft} id={record.id} />}
        />
      </Accordion>
      <PreviewNote draft={draft} />
    </Flex>
  );
}

/** The groups of the preview, if not all records are in the expected one. */
function PreviewNote({ draft }: { draft: Draft }) {
  const { t, list } = useTranslator();
  const { operation } = draft;
  const reviewed = previewOf(draft)?.reviewed ?? [];
  const groups = reviewGroups(operation, reviewed).filter(({ rows }) => rows.length > 0);
  const [expected] = groupNames(operation);
  if (groups.every(({ name }) => name === expected)) return null;
  const counts = groups.map(({ name, rows }) =>
    t('detailed', { what: groupTitle(t, operation, name), detail: rows.length }),
  );
  return <Text variant="microcopy">{list(counts)}</Text>;
}

/** What keeps one record from being associated, where that is known. */
function StatusNote({ draft, id }: { draft: Draft; id: string }) {
  const { t } = useTranslator();
  const statusOf = useStatuses(draft, [id]);
  const text = statusText(t, draft.operation, statusOf(id));
  return text === undefined ? null : <Text variant="microcopy">{text}</Text>;
}
