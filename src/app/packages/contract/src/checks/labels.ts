import { labelCategories, type AssociationLabel } from '../associations';
import { maxLabels } from '../limits';
import { fieldsOf, list, own, Refusal } from './fields';

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
  const known = labelCategories.find((one) => one === category);
  if (!known) throw new Refusal(`${name}.category must be one of: ${labelCategories.join(', ')}.`);
  if (!Number.isInteger(typeId) || (typeId as number) < 1 || (typeId as number) > maxTypeId)
    throw new Refusal(`${name}.typeId must be a whole number from 1 to ${maxTypeId}.`);
  return { category: known, typeId: typeId as number };
}
