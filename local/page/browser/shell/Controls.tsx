import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { writeAddress, type View } from '../../address';
import type { PageEvent } from '../../log';
import { pageTypes } from '../crm';
import type { Words } from '../words';

interface CallSeen {
  at: string;
  method: string;
  path: string;
  status: number | string;
  elapsedMs: number;
  inputs: number;
  fault?: string;
}

interface Line {
  key: string;
  text: string;
}

const mostLines = 60;
const settingsPath = '/sandbox/settings';

async function post(path: string, body: object): Promise<void> {
  await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** The stand-in's own controls: which record, where, in which language, and how the embedded CRM misbehaves. */
export function Controls({
  view,
  words,
  events,
  version,
}: {
  view: View;
  words: Words;
  events: PageEvent[];
  version: number;
}) {
  const faults = useFaultNames();
  const [landmarks, setLandmarks] = useState<Record<string, string>>({});
  useEffect(() => {
    void fetch('/sandbox/landmarks').then(async (response) =>
      setLandmarks((await response.json()) as Record<string, string>),
    );
  }, []);
  const go = (change: Partial<View>) => location.assign(writeAddress({ ...view, ...change }));
  return (
    <aside className="controls" aria-label={words.controls}>
      <div className="row">
        <strong>{words.controls}</strong>
        {pageTypes.map((type) => {
          const recordId = landmarks[type.name];
          return (
            recordId && (
              <a key={type.id} href={writeAddress({ ...view, objectType: type.id, recordId })}>
                {type.labels[view.language][0]}
              </a>
            )
          );
        })}
        <NativeSelect
          size="xs"
          aria-label={words.place}
          value={view.place}
          data={[
            { value: 'tab', label: words.tab },
            { value: 'sidebar', label: words.sidebar },
          ]}
          onChange={({ currentTarget }) => go({ place: currentTarget.value as View['place'] })}
        />
        <NativeSelect
          size="xs"
          aria-label={words.language}
          value={view.language}
          data={[
            { value: 'en', label: 'English' },
            { value: 'ja', label: '日本語' },
          ]}
          onChange={({ currentTarget }) => go({ language: currentTarget.value as View['language'] })}
        />
        <NativeSelect
          size="xs"
          aria-label={words.fault}
          data={[{ value: '', label: `${words.fault}: ${words.noFault}` }, ...faults]}
          onChange={({ currentTarget }) => void setFault(currentTarget.value)}
          defaultValue={view.fault ?? ''}
        />
        <NativeSelect
          size="xs"
          aria-label={words.scopes}
          data={[
            { value: 'all', label: `${words.scopes}: ${words.allScopes}` },
            { value: 'read', label: `${words.scopes}: ${words.readOnly}` },
          ]}
          onChange={({ currentTarget }) => void setScopes(currentTarget.value === 'read')}
        />
        <NumberInput
          size="xs"
          w={120}
          aria-label={words.latency}
          placeholder={words.latency}
          min={0}
          max={10_000}
          step={100}
          onChange={(latencyMs) => void post(settingsPath, { latencyMs: Number(latencyMs) || 0 })}
        />
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => void post('/sandbox/reset', {}).then(() => location.reload())}
        >
          {words.reset}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => go({ controls: false })}>
          {words.hide}
        </Button>
      </div>
      <CallLog words={words} events={events} version={version} />
    </aside>
  );
}

function useFaultNames(): string[] {
  const [names, setNames] = useState<string[]>([]);
  useEffect(() => {
    void fetch('/sandbox/faults').then(async (response) =>
      setNames(((await response.json()) as { names: string[] }).names),
    );
  }, []);
  return names;
}

/** Clears what was set, and sets one fault for the next write. */
export async function setFault(name: string): Promise<void> {
  await fetch('/sandbox/faults', { method: 'DELETE' });
  if (name) await post('/sandbox/faults', { name, on: 'associate', times: 1 });
}

async function setScopes(readOnly: boolean): Promise<void> {
  await post(settingsPath, { scopes: 'all' });
  if (!readOnly) return;
  const { scopes } = (await (await fetch(settingsPath)).json()) as { scopes: string[] };
  await post(settingsPath, {
    scopes: scopes.filter((scope) => !scope.endsWith('.write') && scope !== 'tickets'),
  });
}

function CallLog({ words, events, version }: { words: Words; events: PageEvent[]; version: number }) {
  const [calls, setCalls] = useState<CallSeen[]>([]);
  useEffect(() => {
    const read = () =>
      void fetch('/sandbox/requests').then(async (response) =>
        setCalls(((await response.json()) as { requests: CallSeen[] }).requests),
      );
    read();
    const timer = setInterval(read, 1_500);
    return () => clearInterval(timer);
  }, [version]);
  const lines = [...events.map(eventLine), ...calls.map(callLine)].slice(-mostLines).reverse();
  return (
    <details>
      <summary>
        {words.calls} ({calls.length})
      </summary>
      <ol className="calls" tabIndex={0} aria-label={words.calls}>
        {lines.length === 0 && <li>{words.noCalls}</li>}
        {lines.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ol>
    </details>
  );
}

function callLine({ at, method, path, status, elapsedMs, inputs, fault }: CallSeen, n: number): Line {
  const details = [inputs > 0 && `${inputs} inputs`, fault && `fault ${fault}`].filter(Boolean).join(', ');
  return {
    key: `${at} ${n}`,
    text: `function → HubSpot  ${method} ${path}  ${status}  ${elapsedMs} ms  ${details}`,
  };
}

function eventLine(event: PageEvent, n: number): Line {
  const text = {
    function: () =>
      event.kind === 'function' &&
      `card → function  ${event.uid}  ${event.ok ? 'ok' : 'failed'}  ${event.elapsedMs} ms`,
    log: () => event.kind === 'log' && `${event.uid} prints: ${event.line}`,
    card: () => 'the card was built anew',
    'build-error': () => event.kind === 'build-error' && `the card could not be built: ${event.message}`,
  }[event.kind]();
  return { key: `event ${n}`, text: String(text) };
}
