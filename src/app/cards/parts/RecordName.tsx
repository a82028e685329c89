import { useEffect, useState, type ReactNode } from 'react';
import { nameProperties } from '@bulk-associate/contract';
import { useFaceTranslator } from '../locales/TranslatorProvider';
import type { RecordKey } from '../sdk/sdk';
import { useSdk } from '../sdk/SdkProvider';
import { labelOf } from './label';
import { createRequiredContext } from './required-context';

const [Provider, useRecordName] = createRequiredContext<string>();

/** The name of the record being viewed, or "this record" while it has none; in a bulk action, that of the anchor. */
export { useRecordName, Provider as NameProvider };

/** Reads the name of the record being viewed and provides it to `useRecordName`. */
export function RecordNameProvider({ record, children }: { record: RecordKey; children: ReactNode }) {
  const sdk = useSdk();
  const { t } = useFaceTranslator();
  const [name, setName] = useState<string>();
  const { objectType } = record;
  useEffect(() => {
    let isGone = false;
    void sdk.readProperties([...(nameProperties[objectType] ?? [])]).then((properties) => {
      if (!isGone) setName(labelOf(objectType, properties));
    });
    return () => {
      isGone = true;
    };
  }, [sdk, objectType]);
  return <Provider value={name ?? t('thisRecord')}>{children}</Provider>;
}
