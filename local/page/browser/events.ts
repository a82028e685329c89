import { useEffect, useState } from 'react';
import type { PageEvent } from '../page-events';
import { cardProblems } from './problems';

/** What the server told, and when. */
export interface SeenEvent {
  at: string;
  event: PageEvent;
}

const mostEvents = 100;

/** What the server tells while the page is open, and how often it has built the card anew. */
export function useEvents(): { events: SeenEvent[]; cardVersion: number } {
  const [events, setEvents] = useState<SeenEvent[]>([]);
  const [cardVersion, setCardVersion] = useState(0);
  useEffect(() => {
    const source = new EventSource('/page/events');
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const event = JSON.parse(data) as PageEvent;
      setEvents((before) => [...before, { at: new Date().toISOString(), event }].slice(-mostEvents));
      if (event.kind === 'card') setCardVersion((version) => version + 1);
      if (event.kind === 'build-error') cardProblems.report({ message: event.message });
    };
    return () => source.close();
  }, []);
  return { events, cardVersion };
}
