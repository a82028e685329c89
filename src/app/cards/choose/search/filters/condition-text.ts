import type { FilterOperator, FilterProperty, FilterType, SearchFilter } from '@bulk-associate/contract';
import type { Translate } from '../../../locales/messages';
import type { Translator } from '../../../locales/translator';
import { valueText } from '../value-text';
import { operandOf } from './conditions';

/** The words of an operator, which differ for some types: a date is not "at least" another. */
export function operatorText(t: Translate, operator: FilterOperator, type: FilterType | undefined): string {
  switch (operator) {
    case 'GTE':
    case 'LTE':
      return t(type === 'date' || type === 'datetime' ? `operatorDate_${operator}` : `operator_${operator}`);
    case 'HAS_PROPERTY':
    case 'NOT_HAS_PROPERTY':
      return t(type === 'association' ? `operatorAssociation_${operator}` : `operator_${operator}`);
    default:
      return t(`operator_${operator}`);
  }
}

/** A condition in words: "City contains Berlin". A property that is no longer there has its internal name. */
export function conditionText(
  translator: Translator,
  filter: SearchFilter,
  properties: readonly FilterProperty[],
): string {
  const { t, list } = translator;
  const { propertyName, operator, value = '', highValue = '', values = [] } = filter;
  const shownAs = properties.find(({ name }) => name === propertyName) ?? {
    name: propertyName,
    label: propertyName,
    type: 'string' as const,
  };
  // A condition has single options, also where a record can have several.
  const text = (each: string) => valueText(translator, { ...shownAs, multiple: false }, each);
  const words = { property: shownAs.label, operator: operatorText(t, operator, shownAs.type) };
  switch (operandOf(operator)) {
    case 'none':
      return t('conditionWithoutValue', words);
    case 'one':
      return t('condition', { ...words, value: text(value) });
    case 'range':
      return t('condition', { ...words, value: t('range', { from: text(value), to: text(highValue) }) });
    case 'list':
      return t('condition', { ...words, value: list(values.map(text)) });
  }
}
