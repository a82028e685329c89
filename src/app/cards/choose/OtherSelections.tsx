import { Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import { selectionKey, type Draft } from '../panel/state';
import { countOf } from '../parts/type-names';

/** A reminder of the selections of other object types: each type is reviewed and sent separately. */
export function OtherSelections({ draft: { types, type, operation, selections } }: { draft: Draft }) {
  const { t, list } = useTranslator();
  const others = types.flatMap((other) => {
    const size = selections[selectionKey(operation, other.id)]?.size ?? 0;
    return other.id !== type.id && size > 0 ? [countOf(t, other, size)] : [];
  });
  if (others.length === 0) return null;
  return <Text variant="microcopy">{t('selectionOthers', { records: list(others) })}</Text>;
}
