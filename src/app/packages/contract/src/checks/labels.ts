import { labelCategories, type AssociationLabel } from '../associations';
import { maxLabels } from '../limits';
import { fieldsOf, list, oneOf, own, wholeNumber } from './fields';

/** HubSpot's document types association type ids as int32. */
const maxTypeId = 2 ** 31 - 1;

/** Unlike other lists it may be empty: a link that had no label is restored without one. */
export function labels(value: unknown, name: string): AssociationLabel[] {
  if (Array.isArray(value) && value.length === 0) return [];
  return list(value, name, maxLabels).map((one, index) => label(one, `${name}[${index}]`));
}

/** Category and id of a label. */
export function label(value: unknown, name: string): AssociationLabel {
  const { category, typeId } = own(fieldsOf(value, name));
  return {
    category: oneOf(category, `${name}.category`, labelCategories),
    typeId: wholeNumber(typeId, `${name}.typeId`, 1, maxTypeId),
  };
}
