import { useEffect, useState } from 'react';
import type { PageEvent } from '../page-events';
import { cardProblems } from './problems';

/** An event of the server, with the time of its arrival. */
export interface SeenEvent {
  at: string;
  event: PageEvent;
}

const maxEvents = 100;

/** The latest events of the server since the page was opened, and how often the cards were rebuilt since then. */
export function useEvents(): { events: SeenEvent[]; cardVersion: number } {
  const [events, setEvents] = useState<SeenEvent[]>([]);
  const [cardVersion, setCardVersion] = useState(0);
  useEffect(() => {
    const source = new EventSource('/page/events');
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const event = JSON.parse(data) as PageEvent;
      setEvents((before) => [...before, { at: new Date().toISOString(), event }].slice(-maxEvents));
      if (event.kind === 'card') setCardVersion((version) => version + 1);
      if (event.kind === 'build-error') cardProblems.report({ message: event.message });
    };
    return () => source.close();
  }, []);
  return { events, cardVersion };
}
