import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { readAddress, writeAddress, type View } from '../../address';
import type { SeenEvent } from '../events';
import { pageTypes } from '../object-types';
import { pageSettings } from '../settings';
import type { Words } from '../words';
import { AppKnobs } from './AppKnobs';
import { CallLog } from './CallLog';
import { control, isReadOnly, setFault, setReadOnly, useSandbox, type SandboxState } from './sandbox';

interface ControlsProps {
  view: View;
  words: Words;
  events: SeenEvent[];
  /** Whether HubSpot would show the card where it is looked for. */
  hasCard: boolean;
}

/** The address as it is now: the fault in it may have been changed without loading the page again. */
const now = (view: View) => readAddress(location.href) ?? view;

/** The stand-in's own controls. In front of a real account, none that changes anything. */
export function Controls({ view, words, events, hasCard }: ControlsProps) {
  const sandbox = useSandbox(pageSettings.live);
  return (
    <aside className="controls" aria-label={words.controls}>
      <details open>
        <summary>{words.controls}</summary>
        <div className="row">
          {sandbox && <TypeLinks view={view} />}
          <ViewSelects view={view} words={words} />
          {sandbox && <SandboxKnobs view={view} words={words} sandbox={sandbox} />}
        </div>
        {pageSettings.installPath && <AppKnobs words={words} installPath={pageSettings.installPath} />}
        {!hasCard && <p>{words.noCard}</p>}
        <CallLog words={words} events={events} calls={sandbox?.calls ?? []} />
      </details>
    </aside>
  );
}

/** A well-known record of each type. */
function TypeLinks({ view }: { view: View }) {
  const [landmarks, setLandmarks] = useState<Record<string, string>>({});
  useEffect(() => {
    void fetch('/sandbox/landmarks').then(async (response) =>
      setLandmarks((await response.json()) as Record<string, string>),
    );
  }, []);
  return pageTypes.map((type) => {
    const recordId = landmarks[type.name];
    return (
      recordId && (
        <a key={type.id} href={writeAddress({ ...view, objectType: type.id, recordId })}>
          {type.labels[view.language][0]}
        </a>
      )
    );
  });
}

function ViewSelects({ view, words }: { view: View; words: Words }) {
  const go = (change: Partial<View>) => location.assign(writeAddress({ ...now(view), ...change }));
  return (
    <>
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
    </>
  );
}

interface SandboxKnobsProps {
  view: View;
  words: Words;
  sandbox: SandboxState;
}

/** How the embedded CRM misbehaves. */
function SandboxKnobs({ view, words, sandbox }: SandboxKnobsProps) {
  const chooseFault = (fault: string) => {
    history.replaceState(null, '', writeAddress({ ...now(view), fault: fault || undefined }));
    void setFault(fault);
  };
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={words.fault}
        data={[{ value: '', label: `${words.fault}: ${words.noFault}` }, ...sandbox.faultNames]}
        value={sandbox.fault}
        onChange={({ currentTarget }) => chooseFault(currentTarget.value)}
      />
      {/* An app that is installed has the scopes that were granted. */}
      {!pageSettings.installPath && (
        <NativeSelect
          size="xs"
          aria-label={words.scopes}
          data={[
            { value: 'all', label: `${words.scopes}: ${words.allScopes}` },
            { value: 'read', label: `${words.scopes}: ${words.readOnly}` },
          ]}
          value={isReadOnly(sandbox) ? 'read' : 'all'}
          onChange={({ currentTarget }) => void setReadOnly(currentTarget.value === 'read')}
        />
      )}
      <NumberInput
        size="xs"
        w={120}
        aria-label={words.latency}
        placeholder={words.latency}
        min={0}
        max={10_000}
        step={100}
        defaultValue={sandbox.latencyMs || ''}
        onChange={(latencyMs) => void control('settings', { latencyMs: Number(latencyMs) || 0 })}
      />
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => void control('reset', {}).then(() => location.reload())}
      >
        {words.reset}
      </Button>
    </>
  );
}
