import { Tabs } from '@mantine/core';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { View } from '../../address';
import { useEvents } from '../events';
import type { PageDeeds } from '../host';
import { typeOf } from '../object-types';
import { cardName, pageSettings } from '../settings';
import { fill, words as allWords, type Words } from '../words';
import { AssociationLists } from './AssociationLists';
import { CardFrame } from './CardFrame';
import { Controls } from './Controls';
import { Overview, RecordColumn, RecordFinder, useRecord } from './RecordColumn';
import { setFault } from './sandbox';

/** The record page: the record, its tabs, its associations, and the card at its place. */
export function App({ view }: { view: View }) {
  const words = allWords[view.language];
  const { versions, deeds } = useReadings();
  const record = useRecord(view, versions.record);
  const { events, cardVersion } = useEvents();
  const name = cardName(view.place, typeOf(view.objectType));
  const card = <CardFrame view={view} words={words} version={cardVersion} deeds={deeds} />;
  useEffect(() => {
    if (view.fault && !pageSettings.live) void setFault(view.fault);
  }, [view.fault]);
  return (
    <>
      {pageSettings.live && (
        <div className="live" role="alert">
          {fill(words.live, { id: String(pageSettings.account.id), type: pageSettings.account.type })}
        </div>
      )}
      {view.controls && <Controls view={view} words={words} events={events} hasCard={name !== undefined} />}
      <header className="bar">
        <span>{words.records}</span>
        <RecordFinder view={view} words={words} />
      </header>
      <main className="columns">
        <div className="left">
          <RecordColumn view={view} words={words} record={record} />
        </div>
        <Middle words={words} {...(view.place === 'tab' && name !== undefined && { tab: { name, card } })}>
          <Overview view={view} words={words} record={record} />
        </Middle>
        <div className="right">
          {view.place === 'sidebar' && name !== undefined && (
            <section className="box" aria-label={name}>
              <h3>{name}</h3>
              {card}
            </section>
          )}
          <AssociationLists view={view} words={words} version={versions.lists} />
        </div>
      </main>
    </>
  );
}

interface MiddleProps {
  words: Words;
  /** The card, if this is its place. */
  tab?: { name: string; card: ReactNode };
  /** The overview. */
  children: ReactNode;
}

function Middle({ words, tab, children }: MiddleProps) {
  return (
    <div className="middle">
      <Tabs defaultValue={tab ? 'card' : 'overview'} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="overview">{words.overview}</Tabs.Tab>
          {tab && <Tabs.Tab value="card">{tab.name}</Tabs.Tab>}
          <Tabs.Tab value="activities">{words.activities}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="overview" className="box">
          {children}
        </Tabs.Panel>
        {tab && (
          <Tabs.Panel value="card" className="box">
            {tab.card}
          </Tabs.Panel>
        )}
        <Tabs.Panel value="activities" className="box">
          {words.activitiesNote}
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

/** Numbers that change when the record's lists, or its properties, are to be read again. */
function useReadings(): { versions: { lists: number; record: number }; deeds: PageDeeds } {
  const [lists, setLists] = useState(0);
  const [record, setRecord] = useState(0);
  const deeds = useMemo(
    () => ({
      readLists: () => setLists((count) => count + 1),
      readProperties: () => setRecord((count) => count + 1),
    }),
    [],
  );
  return { versions: { lists, record }, deeds };
}
