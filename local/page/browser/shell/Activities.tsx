import { createElement, useEffect, useState, type ReactNode } from 'react';
import type { RecordView } from '../../address';
import { readNotes, type Note } from '../activities';
import type { Messages } from '../messages';
import { typeOf } from '../object-types';

interface ActivitiesProps {
  view: RecordView;
  messages: Messages;
  /** A change reads the timeline again. */
  version: number;
}

/** The record's timeline. Of HubSpot's activities it has notes only. */
export function Activities({ view, messages, version }: ActivitiesProps) {
  const { objectType, recordId, language } = view;
  const [notes, setNotes] = useState<Note[]>();
  useEffect(() => {
    let isLate = false;
    readNotes(typeOf(objectType), recordId).then(
      (found) => !isLate && setNotes(found),
      () => !isLate && setNotes([]),
    );
    return () => void (isLate = true);
  }, [objectType, recordId, version]);
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <>
      <p className="quiet">{messages.activitiesNote}</p>
      {notes?.length === 0 && <p className="quiet">{messages.noActivities}</p>}
      {notes?.map(({ id, at, body }) => (
        <article key={id} className="note" aria-label={messages.note}>
          <h3>
            {messages.note} <span className="count">{Number.isNaN(at) ? '' : time.format(at)}</span>
          </h3>
          <div>{richText(body)}</div>
        </article>
      ))}
    </>
  );
}

/** The elements that are shown. Of any other, its text is. */
const shownElements = new Set(['p', 'div', 'br', 'strong', 'b', 'em', 'i', 'ul', 'ol', 'li']);

/** HTML as elements of the page. Attributes are left out, and no script or style can be in it. */
function richText(html: string): ReactNode[] {
  return childrenOf(new DOMParser().parseFromString(html, 'text/html').body);
}

function childrenOf(node: Node): ReactNode[] {
  return [...node.childNodes].map((child, index) => {
    if (child.nodeType === Node.TEXT_NODE) return child.textContent;
    const name = child.nodeName.toLowerCase();
    if (!shownElements.has(name)) return child.textContent;
    return createElement(name, { key: index }, ...(name === 'br' ? [] : childrenOf(child)));
  });
}
