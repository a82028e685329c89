import { useEffect, useState, type ReactNode } from 'react';
import { LoadingSpinner } from '@hubspot/ui-extensions';
import { BackEndProvider, useBackEnd, type BackEnd } from '../edition/back-end';
import {
  TranslatorProvider,
  useFaceTranslator,
  useIsWaiting,
  usePanelLoader,
  useTranslator,
} from '../locales/TranslatorProvider';
import { StepsProvider, usePanelState } from '../panel/SessionProvider';
import { EmptyMessage } from '../parts/EmptyMessage';
import { NameProvider } from '../parts/RecordName';
import { countOf } from '../parts/type-names';
import { SdkProvider } from '../sdk/SdkProvider';
import { createActionSession } from './action-session';
import type { ActionSdk } from './action-sdk';
import { ActionSessionProvider, useAnchorChoice } from './ActionSessionProvider';
import { ActionSteps } from './ActionSteps';
import type { Selected } from './selected';
import { useActionWords } from './words';

interface BulkActionProps {
  sdk: ActionSdk;
  /** What the hosted back end adds, where there is one. */
  backEnd?: BackEnd | undefined;
}

/** The root component of the bulk action. */
export function BulkAction({ sdk, backEnd }: BulkActionProps) {
  const { selected } = sdk;
  return (
    <SdkProvider value={sdk}>
      <BackEndProvider value={backEnd}>
        <TranslatorProvider>
          {selected && selected.ids.length > 0 ? (
            <ActionOn selected={selected} sdk={sdk} />
          ) : (
            <NothingSelected />
          )}
        </TranslatorProvider>
      </BackEndProvider>
    </SdkProvider>
  );
}

/** The selection is that of the moment at which the action was started: a run must not change under a person's hands. */
function ActionOn({ selected, sdk }: { selected: Selected; sdk: ActionSdk }) {
  const backEnd = useBackEnd();
  const { get: loaded } = usePanelLoader();
  const [session] = useState(() =>
    createActionSession(
      selected,
      sdk,
      backEnd?.createRuns(undefined, sdk, () => loaded().messages),
    ),
  );
  useEffect(() => void session.open(), [session]);
  return (
    <ActionSessionProvider value={session}>
      <StepsProvider value={session}>
        <Worded>
          <Named onReload={sdk.reloadPage} />
        </Worded>
      </StepsProvider>
    </ActionSessionProvider>
  );
}

/** Waits for the messages of the panel, which are loaded while the object types are read. */
function Worded({ children }: { children: ReactNode }) {
  const loader = usePanelLoader();
  const { t } = useFaceTranslator();
  const isOpening = usePanelState().name === 'opening';
  const isWaiting = useIsWaiting();
  useEffect(() => void (isOpening ? loader.load() : loader.hurry()), [loader, isOpening]);
  if (isOpening || isWaiting) return <LoadingSpinner label={t('loading')} showLabel layout="centered" />;
  return <>{children}</>;
}

/** Provides what the messages call the anchors: the name of the only one, or their number. */
function Named({ onReload }: { onReload: () => void }) {
  const { t } = useTranslator();
  const words = useActionWords();
  const state = usePanelState();
  const { type } = useAnchorChoice();
  const [anchor, ...others] = ('draft' in state && state.draft.anchors) || [];
  const several = type ? words('anchorsTogether', { records: countOf(t, type, others.length + 1) }) : '';
  const name = others.length > 0 ? several : (anchor?.label ?? t('thisRecord'));
  return (
    <NameProvider value={name}>
      <ActionSteps state={state} onReload={onReload} />
    </NameProvider>
  );
}

function NothingSelected() {
  const words = useActionWords();
  return <EmptyMessage title={words('actionNone')} text={words('actionNoneText')} />;
}
