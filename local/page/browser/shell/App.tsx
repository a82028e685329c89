import { Tabs } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import type { View } from '../../address';
import type { PageEvent } from '../../log';
import { cardProblems } from '../problems';
import { cardName, pageSettings } from '../settings';
import { words as allWords } from '../words';
import { AssociationLists } from './AssociationLists';
import { CardFrame } from './CardFrame';
import { Controls, setFault } from './Controls';
import { Overview, RecordColumn, RecordFinder } from './RecordColumn';

/** The record page: the record, its tabs, its associations, and the card at its place. */
export function App({ view }: { view: View }) {
  const words = allWords[view.language];
  const [changes, setChanges] = useState(0);
  const changed = useCallback(() => setChanges((count) => count + 1), []);
  const { events, cardVersion } = useEvents();
  const { fault } = view;
  useEffect(() => {
    if (fault && !pageSettings.live) void setFault(fault);
  }, [fault]);
  const card = <CardFrame view={view} words={words} version={cardVersion} onChanged={changed} />;
  return (
    <>
      {pageSettings.live && (
        <div className="live" role="alert">
          {words.live}
        </div>
      )}
      {view.controls && !pageSettings.live && (
        <Controls view={view} words={words} events={events} version={changes} />
      )}
      <header className="bar">
        <span>{words.records}</span>
        <RecordFinder view={view} words={words} />
      </header>
      <main className="columns">
        <div className="left">
          <RecordColumn view={view} words={words} />
        </div>
        <div className="middle">
          <Tabs defaultValue={view.place === 'tab' ? 'card' : 'overview'} keepMounted={false}>
            <Tabs.List>
              <Tabs.Tab value="overview">{words.overview}</Tabs.Tab>
              {view.place === 'tab' && <Tabs.Tab value="card">{cardName('tab')}</Tabs.Tab>}
              <Tabs.Tab value="activities">{words.activities}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="overview" className="box">
              <Overview view={view} words={words} />
            </Tabs.Panel>
            <Tabs.Panel value="card" className="box">
              {card}
            </Tabs.Panel>
            <Tabs.Panel value="activities" className="box">
              {words.activitiesNote}
            </Tabs.Panel>
          </Tabs>
        </div>
        <div className="right">
          {view.place === 'sidebar' && (
            <section className="box" aria-label={cardName('sidebar')}>
              <h3>{cardName('sidebar')}</h3>
              {card}
            </section>
          )}
          <AssociationLists view={view} words={words} version={changes} />
        </div>
      </main>
    </>
  );
}

/** What the server tells while the page is open. */
function useEvents() {
  const [events, setEvents] = useState<PageEvent[]>([]);
  const [cardVersion, setCardVersion] = useState(0);
  useEffect(() => {
    const source = new EventSource('/page/events');
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const event = JSON.parse(data) as PageEvent;
      setEvents((before) => [...before, event].slice(-100));
      if (event.kind === 'card') setCardVersion((version) => version + 1);
      if (event.kind === 'build-error') cardProblems.report({ message: event.message });
    };
    return () => source.close();
  }, []);
  return { events, cardVersion };
}
