import { Tabs } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import type { RecordView } from '../../address';
import type { CardMeta } from '../../cards';
import type { PageCallbacks } from '../actions';
import { useEvents } from '../events';
import { messages as allMessages, type Messages } from '../messages';
import { typeOf } from '../object-types';
import { cardsAt } from '../settings';
import { Activities } from './Activities';
import { AssociationLists } from './AssociationLists';
import { CardFrame } from './CardFrame';
import { Problems } from './ExtensionFrame';
import { PageFrame } from './PageFrame';
import { Overview, RecordColumn, RecordFinder, useRecord } from './RecordColumn';

/** The record page: the record, its tabs, its associations, and the cards at their place. */
export function RecordPage({ view }: { view: RecordView }) {
  const messages = allMessages[view.language];
  const { versions, callbacks } = useVersions();
  const record = useRecord(view, versions.record);
  const { events, version } = useEvents();
  const cards = cardsAt(view.place, typeOf(view.objectType));
  const frame = (card: CardMeta) => (
    <CardFrame key={card.uid} view={view} card={card} version={version} callbacks={callbacks} />
  );
  return (
    <PageFrame
      view={view}
      messages={messages}
      events={events}
      note={cards.length > 0 ? undefined : messages.noCard}
      header={<RecordFinder view={view} messages={messages} />}
    >
      <main className="columns">
        <div className="left">
          <RecordColumn view={view} messages={messages} record={record} />
        </div>
        <Middle
          messages={messages}
          cards={view.place === 'tab' ? cards : []}
          frame={frame}
          activities={<Activities view={view} messages={messages} version={versions.lists} />}
        >
          <Overview view={view} messages={messages} record={record} />
        </Middle>
        <div className="right">
          {view.place === 'sidebar' && cards.length > 0 && <Problems title={messages.problems} />}
          {view.place === 'sidebar' &&
            cards.map((card) => (
              <section key={card.uid} className="box" aria-label={card.config.name}>
                <h3>{card.config.name}</h3>
                {frame(card)}
              </section>
            ))}
          <AssociationLists view={view} messages={messages} version={versions.lists} />
        </div>
      </main>
    </PageFrame>
  );
}

interface MiddleProps {
  messages: Messages;
  /** Each has a tab; a card runs only while its tab is open. */
  cards: CardMeta[];
  frame(card: CardMeta): ReactNode;
  activities: ReactNode;
  /** The overview. */
  children: ReactNode;
}

/** Becomes part of an element id, which must not contain spaces. */
const tabOf = (card: CardMeta) => `card-${card.uid}`;

function Middle({ messages, cards, frame, activities, children }: MiddleProps) {
  return (
    <div className="middle">
      <Tabs defaultValue={cards[0] ? tabOf(cards[0]) : 'overview'} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="overview">{messages.overview}</Tabs.Tab>
          {cards.map((card) => (
            <Tabs.Tab key={card.uid} value={tabOf(card)}>
              {card.config.name}
            </Tabs.Tab>
          ))}
          <Tabs.Tab value="activities">{messages.activities}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="overview" className="box">
          {children}
        </Tabs.Panel>
        {cards.map((card) => (
          <Tabs.Panel key={card.uid} value={tabOf(card)} className="box">
            <Problems title={messages.problems} />
            {frame(card)}
          </Tabs.Panel>
        ))}
        <Tabs.Panel value="activities" className="box">
          {activities}
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

/** Counters that change when the record's association lists or its properties are to be read again. */
function useVersions(): { versions: { lists: number; record: number }; callbacks: PageCallbacks } {
  const [lists, setLists] = useState(0);
  const [record, setRecord] = useState(0);
  const callbacks = useMemo(
    () => ({
      readLists: () => setLists((count) => count + 1),
      readProperties: () => setRecord((count) => count + 1),
    }),
    [],
  );
  return { versions: { lists, record }, callbacks };
}
