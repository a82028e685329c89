import { useMemo } from 'react';
import { operatorsOf, type FilterProperty } from '@bulk-associate/contract';
import { useTranslator } from '../../locales/TranslatorProvider';
import type { Draft } from '../../panel/state';
import { useRemembered } from '../../panel/useRemembered';
import { typeInSentence } from '../../parts/type-names';
import type { CallError } from '../../sdk/sdk';

/** The properties of an object type, as far as they were read. */
export interface Properties {
  /** Undefined until they were read. */
  properties: readonly FilterProperty[] | undefined;
  error: CallError | undefined;
  retry: () => void;
}

/** Reads the properties of the chosen object type that a search can filter by, where they are needed. */
export function useProperties({ type, types }: Draft, isNeeded: boolean): Properties {
  const { language, t } = useTranslator();
  const { answer, error, retry } = useRemembered(
    'describe_properties',
    isNeeded ? { objectType: type.id, language } : undefined,
  );
  const properties = useMemo(() => {
    // A function that is newer than the card may know more types.
    const known = answer?.properties.filter(({ type }) => Object.hasOwn(operatorsOf, type));
    return known?.map((property): FilterProperty => {
      if (property.type !== 'association') return property;
      // The function has the account's name of the type; HubSpot's own names are translated.
      const other = types.find(({ plural }) => plural === property.label);
      const label = t('filterAssociations', { types: other ? typeInSentence(t, other) : property.label });
      return { ...property, label };
    });
  }, [answer, types, t]);
  return { properties, error, retry };
}
