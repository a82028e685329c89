import { Button } from '@mantine/core';
import type { IndexView } from '../../address';
import type { BulkActionMeta } from '../../bulk-actions';
import { Icon } from '../components/pictures';
import { countOf, fill, type Messages } from '../messages';
import { pluralInSentence, typeOf } from '../object-types';
import type { ListPage } from '../record-list';
import type { Selection } from './use-selection';

interface SelectionBarProps {
  view: IndexView;
  messages: Messages;
  page: ListPage | undefined;
  /** The words of the search. */
  query: string;
  selection: Selection;
  actions: BulkActionMeta[];
  onOpen(action: BulkActionMeta): void;
}

/** How many records are selected, and the buttons of the bulk actions; nothing while none is. */
export function SelectionBar(props: SelectionBarProps) {
  const { view, messages, selection, actions, onOpen } = props;
  if (selection.ids.size === 0) return null;
  return (
    <section className="selection" aria-label={messages.selection}>
      <strong role="status">
        {fill(messages.selected, { n: countOf(selection.ids.size, view.language) })}
      </strong>
      {actions.map((action) => (
        <Button
          key={action.uid}
          size="compact-sm"
          variant="default"
          leftSection={<Icon name={action.config.icon ?? ''} />}
          // What is selected is not known before.
          disabled={selection.readSoFar !== undefined}
          onClick={() => onOpen(action)}
        >
          {action.config.label}
        </Button>
      ))}
      <Button size="compact-sm" variant="subtle" onClick={selection.clear}>
        {messages.clearSelection}
      </Button>
      <WholeSelection {...props} />
    </section>
  );
}

/** Leads from the selection of a whole page to that of all pages. */
function WholeSelection({ view, messages, page, query, selection }: SelectionBarProps) {
  const { ids, readSoFar, error } = selection;
  if (!page) return null;
  const plural = pluralInSentence(typeOf(view.objectType), view.language);
  const count = (n: number) => countOf(n, view.language);
  if (readSoFar !== undefined)
    return <span>{fill(messages.selecting, { n: count(readSoFar), total: count(page.total) })}</span>;
  if (error !== undefined) return <span role="alert">{fill(messages.notRead, { message: error })}</span>;
  if (ids.size >= page.total)
    return <span>{fill(messages.allSelected, { n: count(ids.size), plural })}</span>;
  if (!page.records.every(({ id }) => ids.has(id))) return null;
  return (
    <span>
      {fill(messages.pageSelected, { n: count(page.records.length) })}{' '}
      <Button size="compact-sm" variant="subtle" onClick={() => selection.selectAll(query)}>
        {fill(messages.selectAll, { n: count(page.total), plural })}
      </Button>
    </span>
  );
}
