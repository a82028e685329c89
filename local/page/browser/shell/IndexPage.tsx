import { useCallback, useState } from 'react';
import { indexAddress, writeAddress, type IndexView, type RecordList } from '../../address';
import { currentView } from '../current-view';
import { useEvents } from '../events';
import { countOf, messages as allMessages, type Messages } from '../messages';
import { typeOf } from '../object-types';
import { bulkActionsOn, pageSettings } from '../settings';
import { BulkActionOverlay, type OpenedAction } from './BulkActionOverlay';
import { Problems } from './ExtensionFrame';
import { ListFooter, RecordSearch } from './ListControls';
import { PageFrame } from './PageFrame';
import { ReadingFailed, RecordTable } from './RecordTable';
import { SelectionBar } from './SelectionBar';
import { useRecordList } from './use-record-list';
import { useSelection } from './use-selection';

/** The index page: a table of an object type's records, and the bulk actions for those that are selected. */
export function IndexPage({ view }: { view: IndexView }) {
  const { language } = view;
  const messages = allMessages[language];
  const type = typeOf(view.objectType);
  const [list, setList] = useShownList(view);
  const { page, error, isReading, retry } = useRecordList(type, list, setList);
  const selection = useSelection(type);
  const { events, version } = useEvents();
  const [opened, open] = useState<OpenedAction>();
  const actions = bulkActionsOn(type);
  const search = (query: string) => {
    selection.clear();
    setList({ ...list, query, page: 1 });
  };
  return (
    <PageFrame
      view={view}
      messages={messages}
      events={events}
      note={actions.length > 0 ? undefined : messages.noAction}
      header={undefined}
    >
      <main className="index">
        <TypeTabs view={view} messages={messages} />
        <h1>
          {type.labels[language][1]}{' '}
          {page && <span className="count">({countOf(page.total, language)})</span>}
        </h1>
        {!opened && <Problems title={messages.actionProblems} />}
        <RecordSearch view={view} messages={messages} query={list.query} onSearch={search} />
        <SelectionBar
          view={view}
          messages={messages}
          page={page}
          query={list.query}
          selection={selection}
          actions={actions}
          onOpen={(action) => open({ action, ids: [...selection.ids] })}
        />
        {error !== undefined && <ReadingFailed messages={messages} error={error} onRetry={retry} />}
        <RecordTable
          view={view}
          messages={messages}
          list={list}
          page={page}
          isReading={isReading}
          selection={selection}
          onSort={(sort) => setList({ ...list, sort, page: 1 })}
        />
        {page && (
          <ListFooter view={view} messages={messages} list={list} total={page.total} onChange={setList} />
        )}
      </main>
      <BulkActionOverlay
        view={view}
        messages={messages}
        opened={opened}
        version={version}
        onClose={() => open(undefined)}
      />
    </PageFrame>
  );
}

/** What the page lists. It is kept in the address, so that a reload shows the same. */
function useShownList(view: IndexView): [RecordList, (list: RecordList) => void] {
  const [list, setList] = useState(view.list);
  const change = useCallback(
    (next: RecordList) => {
      setList(next);
      history.replaceState(null, '', writeAddress({ ...currentView(view), list: next }));
    },
    [view],
  );
  return [list, change];
}

/** Links to the index pages of all object types. */
function TypeTabs({ view, messages }: { view: IndexView; messages: Messages }) {
  const shown = typeOf(view.objectType);
  return (
    <nav className="types" aria-label={messages.objectTypes}>
      {pageSettings.objectTypes.map((type) => (
        <a
          key={type.id}
          href={indexAddress(currentView(view), type.id)}
          aria-current={type.id === shown.id ? 'page' : undefined}
        >
          {type.labels[view.language][1]}
        </a>
      ))}
    </nav>
  );
}
