import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { languages } from '../../../crm/languages';
import {
  defaultFault,
  recordAddress,
  writeAddress,
  type FaultChoice,
  type RecordView,
  type View,
} from '../../address';
import { users, type PageUser } from '../../users';
import { currentView } from '../current-view';
import type { SeenEvent } from '../events';
import { pageSettings } from '../settings';
import type { Messages } from '../messages';
import { AppControls } from './AppControls';
import { CallLog } from './CallLog';
import { FaultControls } from './FaultControls';
import { control, setFault, setScopes, useSandbox, type Sandbox } from './sandbox';
import { ScopesControls } from './ScopesControls';

interface ControlsProps {
  view: View;
  messages: Messages;
  events: SeenEvent[];
  /** Why nothing of the app is on the page. */
  note: string | undefined;
}

/** The controls of the stand-in. On a real account, only those that change nothing. */
export function Controls({ view, messages, events, note }: ControlsProps) {
  const sandbox = useSandbox(pageSettings.live);
  return (
    <aside className="controls" aria-label={messages.controls}>
      <details open>
        <summary>{messages.controls}</summary>
        <div className="row">
          {sandbox && 'recordId' in view && <TypeLinks view={view} />}
          <ViewSelects view={view} messages={messages} />
          {sandbox && <SandboxControls view={view} messages={messages} sandbox={sandbox} />}
        </div>
        {pageSettings.installPath && (
          <AppControls messages={messages} installPath={pageSettings.installPath} />
        )}
        {note !== undefined && <p>{note}</p>}
        <CallLog
          messages={messages}
          caller={'recordId' in view ? 'card' : 'action'}
          events={events}
          calls={sandbox?.calls ?? []}
        />
      </details>
    </aside>
  );
}

/** The first record of each object type. */
function TypeLinks({ view }: { view: RecordView }) {
  const { objectTypes, firstRecords = {} } = pageSettings;
  return objectTypes.map(({ id, labels }) => {
    const recordId = firstRecords[id];
    return (
      recordId && (
        <a key={id} href={recordAddress(view, id, recordId)}>
          {labels[view.language][0]}
        </a>
      )
    );
  });
}

function ViewSelects({ view, messages }: { view: View; messages: Messages }) {
  const go = (change: Partial<Pick<View, 'language' | 'user'>>) =>
    location.assign(writeAddress({ ...currentView(view), ...change }));
  return (
    <>
      {'place' in view && <PlaceSelect view={view} messages={messages} />}
      <NativeSelect
        size="xs"
        aria-label={messages.language}
        value={view.language}
        data={Object.entries(languages).map(([value, { name }]) => ({ value, label: name }))}
        onChange={({ currentTarget }) => go({ language: currentTarget.value as View['language'] })}
      />
      <NativeSelect
        size="xs"
        aria-label={messages.user}
        value={view.user}
        data={Object.entries(users).map(([value, user]) => ({ value, label: nameOf(user) }))}
        onChange={({ currentTarget }) => go({ user: currentTarget.value as View['user'] })}
      />
    </>
  );
}

function PlaceSelect({ view, messages }: { view: RecordView; messages: Messages }) {
  const go = (place: RecordView['place']) => location.assign(writeAddress({ ...currentView(view), place }));
  return (
    <NativeSelect
      size="xs"
      aria-label={messages.place}
      value={view.place}
      data={[
        { value: 'tab', label: messages.tab },
        { value: 'sidebar', label: messages.sidebar },
      ]}
      onChange={({ currentTarget }) => go(currentTarget.value as RecordView['place'])}
    />
  );
}

function nameOf({ firstName, lastName, permissions }: PageUser): string {
  return `${firstName} ${lastName}${permissions.length > 0 ? ' (admin)' : ''}`;
}

interface SandboxControlsProps {
  view: View;
  messages: Messages;
  sandbox: Sandbox;
}

/** Settings of the embedded CRM. */
function SandboxControls({ view, messages, sandbox }: SandboxControlsProps) {
  const chooseFault = (change: Partial<FaultChoice>) => {
    const { fault: before = defaultFault, ...shown } = currentView(view);
    const chosen = { ...before, ...change };
    const fault = chosen.name ? chosen : undefined;
    history.replaceState(null, '', writeAddress({ ...shown, fault }));
    sandbox.change({ fault }, () => setFault(fault));
  };
  const { faultNames, kinds, fault, scopes, allScopes } = sandbox;
  return (
    <>
      <FaultControls
        messages={messages}
        names={faultNames}
        kinds={kinds}
        fault={fault}
        onChoose={chooseFault}
      />
      {/* An installed OAuth app has the scopes that were granted. */}
      {!pageSettings.installPath && (
        <ScopesControls
          messages={messages}
          scopes={scopes}
          allScopes={allScopes}
          onChoose={(chosen) => sandbox.change({ scopes: chosen }, () => setScopes(chosen))}
        />
      )}
      <NumberInput
        size="xs"
        w={120}
        aria-label={messages.latency}
        placeholder={messages.latency}
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
        {messages.resetCrm}
      </Button>
    </>
  );
}
