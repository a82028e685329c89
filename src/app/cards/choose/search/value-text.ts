import type { FilterProperty } from '@bulk-associate/contract';
import type { Translator } from '../../locales/translator';

/** What decides how a property's value is shown. */
export type ShownAs = Pick<FilterProperty, 'name' | 'type' | 'options' | 'multiple'>;

/** A property's value in words: the name of an option, a number or a date in the user's language. */
export function valueText(translator: Translator, property: ShownAs, value: string): string {
  const { t, number, date, day, list } = translator;
  const { name, type, options = [], multiple } = property;
  switch (type) {
    case 'enumeration': {
      const labels = new Map(options.map((option) => [option.value, option.label]));
      const values = multiple ? value.split(';').filter(Boolean) : [value];
      return list(values.map((each) => labels.get(each) ?? each));
    }
    case 'bool':
      return value === 'true' ? t('yes') : value === 'false' ? t('no') : value;
    case 'number':
      // An ID is not a quantity, and a long one would be rounded.
      return name === 'hs_object_id' || Number.isNaN(Number(value)) ? value : number(Number(value));
    case 'date':
    case 'datetime': {
      // HubSpot's dates are ISO text or milliseconds since 1970.
      const ms = Number(value) || Date.parse(value);
      return Number.isNaN(ms) ? value : (type === 'date' ? day : date)(ms);
    }
    default:
      return value;
  }
}
