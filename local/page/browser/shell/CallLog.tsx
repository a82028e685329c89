import type { SeenEvent } from '../events';
import type { Words } from '../words';
import type { CallSeen } from './sandbox';

interface Line {
  at: string;
  text: string;
}

const mostLines = 100;

/** What was called, by whom, when and how long: the newest first. */
export function CallLog({ words, events, calls }: { words: Words; events: SeenEvent[]; calls: CallSeen[] }) {
  const lines = [...events.map(eventLine), ...calls.slice(-mostLines).map(callLine)]
    .sort((a, b) => b.at.localeCompare(a.at))
    .slice(0, mostLines);
  return (
    <details>
      <summary>
        {words.calls} ({events.filter(({ event }) => isCall(event)).length + calls.length})
      </summary>
      <ol className="calls" tabIndex={0} aria-label={words.calls}>
        {lines.length === 0 && <li>{words.noCalls}</li>}
        {lines.map(({ at, text }, n) => (
          <li key={`${at} ${n}`}>
            {new Date(at).toLocaleTimeString()} {text}
          </li>
        ))}
      </ol>
    </details>
  );
}

function isCall({ kind }: SeenEvent['event']): boolean {
  return kind === 'function' || kind === 'fetch';
}

function callLine({ at, method, path, status, elapsedMs, inputs, fault }: CallSeen): Line {
  const details = [inputs > 0 && `inputs: ${inputs}`, fault && `fault: ${fault}`].filter(Boolean).join(', ');
  return { at, text: `→ HubSpot  ${method} ${path}  ${status}  ${elapsedMs} ms  ${details}` };
}

function eventLine({ at, event }: SeenEvent): Line {
  switch (event.kind) {
    case 'function':
      return { at, text: `card → ${event.uid}  ${event.ok ? 'ok' : 'failed'}  ${event.elapsedMs} ms` };
    case 'fetch': {
      const again = event.attempts > 1 ? '  sent twice' : '';
      return { at, text: `card → back end  ${event.path}  ${event.status}  ${event.elapsedMs} ms${again}` };
    }
    case 'log':
      return { at, text: `${event.uid} prints: ${event.line}` };
    case 'card':
      return { at, text: 'the card was built anew' };
    case 'build-error':
      return { at, text: `the card could not be built: ${event.message}` };
  }
}
