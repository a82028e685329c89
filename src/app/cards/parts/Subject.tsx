import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { objectTypeIds } from '@bulk-associate/contract';
import { useVoice } from '../locales/VoiceProvider';
import type { RecordKey } from '../sdk/sdk';
import { useSdk } from '../sdk/SdkProvider';
import { labelOf } from './label';
import { thisRecord } from './words';

const SubjectContext = createContext('');

const nameProperties = ['firstname', 'lastname', 'email', 'name', 'domain', 'dealname', 'subject'];

/** Finds out how the record being viewed is called, for sentences about it. */
export function SubjectProvider({ record, children }: { record: RecordKey; children: ReactNode }) {
  const sdk = useSdk();
  const { t } = useVoice();
  const [name, setName] = useState<string>();
  useEffect(() => {
    let isGone = false;
    void sdk.readProperties(nameProperties).then((properties) => {
      const isNamed = Object.values(objectTypeIds).some((id) => id === record.objectType);
      if (!isGone && isNamed) setName(labelOf(record.objectType, properties));
    });
    return () => {
      isGone = true;
    };
  }, [sdk, record.objectType]);
  const subject = name ?? thisRecord(t, record.objectType);
  return <SubjectContext.Provider value={subject}>{children}</SubjectContext.Provider>;
}

/** The name of the record being viewed, or "this company" while it has none. */
export function useSubject(): string {
  return useContext(SubjectContext);
}
