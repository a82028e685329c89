import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { readAddress, defaultFault, writeAddress, type FaultChoice, type View } from '../../address';
import { users, type PageUser } from '../../users';
import type { SeenEvent } from '../events';
import { pageSettings } from '../settings';
import type { Words } from '../words';
import { AppControls } from './AppControls';
import { CallLog } from './CallLog';
import { FaultControls } from './FaultControls';
import { control, setFault, setScopes, useSandbox, type Sandbox } from './sandbox';
import { ScopesControls } from './ScopesControls';

interface ControlsProps {
  view: View;
  words: Words;
  events: SeenEvent[];
  /** Whether HubSpot would show a card at this place. */
  hasCard: boolean;
}

/** The current address: the fault in it can change without a reload. */
const now = (view: View) => readAddress(location.href) ?? view;

/** The controls of the stand-in. On a real account, only those that change nothing. */
export function Controls({ view, words, events, hasCard }: ControlsProps) {
  const sandbox = useSandbox(pageSettings.live);
  return (
    <aside className="controls" aria-label={words.controls}>
      <details open>
        <summary>{words.controls}</summary>
        <div className="row">
          {sandbox && <TypeLinks view={view} />}
          <ViewSelects view={view} words={words} />
          {sandbox && <SandboxControls view={view} words={words} sandbox={sandbox} />}
        </div>
        {pageSettings.installPath && <AppControls words={words} installPath={pageSettings.installPath} />}
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

interface SandboxControlsProps {
  view: View;
  words: Words;
  sandbox: Sandbox;
}

/** Settings of the embedded CRM. */
function SandboxControls({ view, words, sandbox }: SandboxControlsProps) {
  const chooseFault = (change: Partial<FaultChoice>) => {
    const { fault: before = defaultFault, ...shown } = now(view);
    const chosen = { ...before, ...change };
    const fault = chosen.name ? chosen : undefined;
    history.replaceState(null, '', writeAddress({ ...shown, fault }));
    sandbox.change({ fault }, () => setFault(fault));
  };
  const { faultNames, kinds, fault, scopes, allScopes } = sandbox;
  return (
    <>
      <FaultControls words={words} names={faultNames} kinds={kinds} fault={fault} onChoose={chooseFault} />
      {/* An installed OAuth app has the scopes that were granted. */}
      {!pageSettings.installPath && (
        <ScopesControls
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
