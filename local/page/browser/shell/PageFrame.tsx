import type { ReactNode } from 'react';
import type { View } from '../../address';
import type { SeenEvent } from '../events';
import { fill, type Messages } from '../messages';
import { pageSettings } from '../settings';
import { Controls } from './Controls';

interface PageFrameProps {
  view: View;
  messages: Messages;
  events: SeenEvent[];
  /** Why nothing of the app is on the page. */
  note: string | undefined;
  /** In the header. */
  header: ReactNode;
  /** What the page shows. */
  children: ReactNode;
}

/** What is around every page: the warning before a real account, the controls of the stand-in, and the header. */
export function PageFrame({ view, messages, events, note, header, children }: PageFrameProps) {
  return (
    <>
      {pageSettings.live && (
        <div className="live" role="alert">
          {fill(messages.live, { id: String(pageSettings.account.id), type: pageSettings.account.type })}
        </div>
      )}
      {view.controls && <Controls view={view} messages={messages} events={events} note={note} />}
      <header className="bar">
        <span>{messages.records}</span>
        {header}
      </header>
      {children}
    </>
  );
}
