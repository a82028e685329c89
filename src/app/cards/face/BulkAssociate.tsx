import { useEffect, useState } from 'react';
import { ErrorState, Text } from '@hubspot/ui-extensions';
import { BackEndProvider, useBackEnd, type BackEnd } from '../edition/back-end';
import { TranslatorProvider, useFaceTranslator, usePanelLoader } from '../locales/TranslatorProvider';
import { createSession } from '../panel/session';
import { SessionProvider } from '../panel/SessionProvider';
import { RecordNameProvider } from '../parts/RecordName';
import type { RecordKey, Sdk } from '../sdk/sdk';
import { SdkProvider, useSdk } from '../sdk/SdkProvider';
import { Face } from './Face';
import type { Place } from './place';

interface BulkAssociateProps {
  sdk: Sdk;
  place: Place;
  /** What the hosted back end adds, where there is one. */
  backEnd?: BackEnd | undefined;
}

/** The root component of the card. */
export function BulkAssociate({ sdk, place, backEnd }: BulkAssociateProps) {
  const { record } = sdk;
  return (
    <SdkProvider value={sdk}>
      <BackEndProvider value={backEnd}>
        <TranslatorProvider>
          {record ? (
            // The key starts a new session when the record changes.
            <RecordCard key={`${record.objectType} ${record.id}`} record={record} place={place} />
          ) : (
            <UnknownRecord />
          )}
        </TranslatorProvider>
      </BackEndProvider>
    </SdkProvider>
  );
}

function RecordCard({ record, place }: { record: RecordKey; place: Place }) {
  const sdk = useSdk();
  const backEnd = useBackEnd();
  const { get: loaded } = usePanelLoader();
  const [session] = useState(() =>
    createSession(
      record,
      sdk,
      backEnd?.createRuns(record, sdk, () => loaded().messages),
    ),
  );
  useEffect(() => void session.open(), [session]);
  return (
    <SessionProvider value={session}>
      <RecordNameProvider record={record}>
        <Face place={place} />
      </RecordNameProvider>
    </SessionProvider>
  );
}

function UnknownRecord() {
  const { t } = useFaceTranslator();
  return (
    <ErrorState title={t('problemNothing')}>
      <Text>{t('problemRecord')}</Text>
    </ErrorState>
  );
}
