import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { readAddress, usualFault, writeAddress, type FaultChoice, type View } from '../../address';
import { users, type PageUser } from '../../users';
import type { SeenEvent } from '../events';
import { pageSettings } from '../settings';
import type { Words } from '../words';
import { AppKnobs } from './AppKnobs';
import { CallLog } from './CallLog';
import { FaultKnob } from './FaultKnob';
import { control, setFault, setScopes, useSandbox, type Sandbox } from './sandbox';
import { ScopesKnob } from './ScopesKnob';

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

/** The first record of each object type. */
function TypeLinks({ view }: { view: View }) {
  const { objectTypes, firstRecords = {} } = pageSettings;
  return objectTypes.map(({ id, labels }) => {
    const recordId = firstRecords[id];
    return (
      recordId && (
        <a key={id} href={writeAddress({ ...view, objectType: id, recordId })}>
          {labels[view.language][0]}
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
      <NativeSelect
        size="xs"
        aria-label={words.user}
        value={view.user}
        data={Object.entries(users).map(([value, user]) => ({ value, label: nameOf(user) }))}
        onChange={({ currentTarget }) => go({ user: currentTarget.value as View['user'] })}
      />
    </>
  );
}

function nameOf({ firstName, lastName, permissions }: PageUser): string {
  return `${firstName} ${lastName}${permissions.length > 0 ? ' (admin)' : ''}`;
}

interface SandboxKnobsProps {
  view: View;
  words: Words;
  sandbox: Sandbox;
}

/** How the embedded CRM misbehaves. */
function SandboxKnobs({ view, words, sandbox }: SandboxKnobsProps) {
  const chooseFault = (change: Partial<FaultChoice>) => {
    const { fault: before = usualFault, ...shown } = now(view);
    const chosen = { ...before, ...change };
    const fault = chosen.name ? chosen : undefined;
    history.replaceState(null, '', writeAddress({ ...shown, fault }));
    sandbox.change({ fault }, () => setFault(fault));
  };
  const { faultNames, kinds, fault, scopes, allScopes } = sandbox;
  return (
    <>
      <FaultKnob words={words} names={faultNames} kinds={kinds} fault={fault} onChoose={chooseFault} />
      {/* An app that is installed has the scopes that were granted. */}
      {!pageSettings.installPath && (
        <ScopesKnob
          words={words}
          scopes={scopes}
          allScopes={allScopes}
          onChoose={(chosen) => sandbox.change({ scopes: chosen }, () => setScopes(chosen))}
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
        {words.resetCrm}
      </Button>
    </>
  );
}
