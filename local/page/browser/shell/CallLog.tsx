import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { SeenEvent } from '../events';
import { pageSettings } from '../settings';
import type { Words } from '../words';
import { callLines, type CallLine } from './call-lines';
import type { CallSeen } from './sandbox';

interface CallLogProps {
  words: Words;
  events: SeenEvent[];
  calls: CallSeen[];
}

const maxLines = 200;

/** The list of calls, newest first. The page's own reads are hidden until the box is ticked. */
export function CallLog({ words, events, calls }: CallLogProps) {
  const [withPage, setWithPage] = useState(false);
  const [since, setSince] = useState('');
  const lines = callLines(words, events, calls, pageSettings.backEndAgent).filter(
    ({ at, byPage }) => at > since && (withPage || !byPage),
  );
  return (
    <details>
      <summary>
        {words.calls} ({lines.length})
      </summary>
      <div className="row">
        <Checkbox
          size="xs"
          label={words.pageCalls}
          checked={withPage}
          onChange={({ currentTarget }) => setWithPage(currentTarget.checked)}
        />
        <Button size="compact-xs" variant="default" onClick={() => setSince(lines[0]?.at ?? since)}>
          {words.clearCalls}
        </Button>
      </div>
      <div className="calls" tabIndex={0} role="region" aria-label={words.calls}>
        {lines.length === 0 ? words.noCalls : <CallTable words={words} lines={lines.slice(0, maxLines)} />}
      </div>
    </details>
  );
}

function CallTable({ words, lines }: { words: Words; lines: CallLine[] }) {
  const heads = [words.time, words.caller, words.call, words.outcome, 'ms', words.details];
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
