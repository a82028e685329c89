import { useEffect, useState } from 'react';
import type { PageEvent } from '../page-events';
import { extensionProblems } from './problems';

/** An event of the server, with the time of its arrival. */
export interface SeenEvent {
  at: string;
  event: PageEvent;
}

const maxEvents = 100;

/** The latest events of the server since the page was opened, and how often the extensions were rebuilt since then. */
export function useEvents(): { events: SeenEvent[]; version: number } {
  const [events, setEvents] = useState<SeenEvent[]>([]);
  const [version, setVersion] = useState(0);
  useEffect(() => {
    const source = new EventSource('/page/events');
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const event = JSON.parse(data) as PageEvent;
      setEvents((before) => [...before, { at: new Date().toISOString(), event }].slice(-maxEvents));
      if (event.kind === 'built') {
        extensionProblems.clear();
        setVersion((before) => before + 1);
      }
      if (event.kind === 'build-error') extensionProblems.report({ message: event.message });
    };
    return () => source.close();
  }, []);
  return { events, version };
}
