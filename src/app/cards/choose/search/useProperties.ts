import { useMemo } from 'react';
import { objectTypeIds, type FilterProperty } from '@bulk-associate/contract';
import { useTranslator } from '../../locales/TranslatorProvider';
import type { Draft } from '../../panel/state';
import { useRemembered } from '../../panel/useRemembered';
import { typeTitle } from '../../parts/type-names';
import type { CallError } from '../../sdk/sdk';

/** The properties of an object type, as far as they were read. */
export interface Properties {
  /** Undefined until they were read. */
  properties: readonly FilterProperty[] | undefined;
  error: CallError | undefined;
  retry: () => void;
}

/** HubSpot's names of its own types in `associations.`; those of custom objects cannot be searched. Source: search guide. */
const associationNames: Readonly<Record<string, string>> = {
  [objectTypeIds.contact]: 'contact',
  [objectTypeIds.company]: 'company',
  [objectTypeIds.deal]: 'deal',
  [objectTypeIds.ticket]: 'ticket',
};

/** Reads the properties of the chosen object type that a search can filter by, where they are needed. */
export function useProperties({ type, types }: Draft, isNeeded: boolean): Properties {
  const { language, t } = useTranslator();
  const { reply, retry } = useRemembered(
    'describe_properties',
    isNeeded ? { objectType: type.id, language } : undefined,
  );
  const properties = useMemo(() => {
    if (!reply?.ok) return undefined;
    const associations = types.flatMap((each): FilterProperty[] => {
      const name = associationNames[each.id];
      const label = t('filterAssociations', { types: typeTitle(t, each) });
      return name === undefined ? [] : [{ name: `associations.${name}`, label, type: 'association' }];
    });
    const named = new Map([...associations, ...reply.properties].map((each) => [each.name, each]));
    return [...named.values()];
  }, [reply, types, t]);
  return { properties, error: reply?.ok === false ? reply.error : undefined, retry };
}
