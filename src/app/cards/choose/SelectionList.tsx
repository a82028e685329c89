import { useMemo } from 'react';
import { Accordion } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import { useSession } from '../panel/SessionProvider';
import { selectionOf, type Draft } from '../panel/state';
import { ChosenTable } from '../parts/ChosenTable';
import { countOf } from '../parts/type-names';

/** The selected records, from all three sources. */
export function SelectionList({ draft }: { draft: Draft }) {
  const session = useSession();
  const { t } = useTranslator();
  const { type } = draft;
  const selection = selectionOf(draft);
  const rows = useMemo(() => [...selection.values()].map((record) => ({ record })), [selection]);
  if (selection.size === 0) return null;
  return (
    <Accordion title={t('selectionTitle', { records: countOf(t, type, selection.size) })} size="sm">
      <ChosenTable rows={rows} objectType={type.id} onRemoveAll={() => session.clear()} />
    </Accordion>
  );
}
