import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { SeenEvent } from '../events';
import { pageSettings } from '../settings';
import type { Messages } from '../messages';
import { callLines, type CallLine } from './call-lines';
import type { CallSeen } from './sandbox';

interface CallLogProps {
  messages: Messages;
  /** What the page shows of the app. */
  caller: 'card' | 'action';
  events: SeenEvent[];
  calls: CallSeen[];
}

const maxLines = 200;

/** The list of calls, newest first. The page's own reads are hidden until the box is ticked. */
export function CallLog({ messages, caller, events, calls }: CallLogProps) {
  const [withPage, setWithPage] = useState(false);
  const [since, setSince] = useState('');
  const lines = callLines(
    { messages, caller, backEndAgent: pageSettings.backEndAgent },
    events,
    calls,
  ).filter(({ at, byPage }) => at > since && (withPage || !byPage));
  return (
    <details>
      <summary>
        {messages.calls} ({lines.length})
      </summary>
      <div className="row">
        <Checkbox
          size="xs"
          label={messages.pageCalls}
          checked={withPage}
          onChange={({ currentTarget }) => setWithPage(currentTarget.checked)}
        />
        <Button size="compact-xs" variant="default" onClick={() => setSince(lines[0]?.at ?? since)}>
          {messages.clearCalls}
        </Button>
      </div>
      <div className="calls" tabIndex={0} role="region" aria-label={messages.calls}>
        {lines.length === 0 ? (
          messages.noCalls
        ) : (
          <CallTable messages={messages} lines={lines.slice(0, maxLines)} />
        )}
      </div>
    </details>
  );
}

function CallTable({ messages, lines }: { messages: Messages; lines: CallLine[] }) {
  const heads = [messages.time, messages.caller, messages.call, messages.outcome, 'ms', messages.details];
  return (
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head}>{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ at, between, what, outcome, isBad, isOuter, elapsedMs, details }, n) => (
          <tr key={`${at} ${n}`} className={isBad ? 'bad' : isOuter ? 'outer' : ''}>
            <td>{new Date(at).toLocaleTimeString()}</td>
            <td>{between}</td>
            <td>{what}</td>
            <td>{outcome}</td>
            <td>{elapsedMs}</td>
            <td>{details}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
