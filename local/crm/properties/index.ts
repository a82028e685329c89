import { failures } from '../errors';
import type { ObjectType } from '../object-types';
import { groupLabels } from './groups';
import type { Property } from './property';
import { inLanguage } from './words';

/** Which properties are asked for, and in which language. */
export interface PropertyQuery {
  /** Only those that were deleted; only the others if absent. */
  archived?: boolean;
  /** `ja`, `pt-br`; English if absent. */
  locale?: string;
  /** The embedded CRM has no sensitive properties. `non_sensitive` if absent. */
  dataSensitivity?: string;
}

/** All properties of a type: those in use, or those that were deleted. */
export function listProperties(type: ObjectType, query: PropertyQuery = {}): object[] {
  const { archived = false, dataSensitivity = 'non_sensitive', locale } = query;
  if (dataSensitivity !== 'non_sensitive') return [];
  return type.properties
    .filter((property) => (property.archived ?? false) === archived)
    .map((property) => wireProperty(type, property, locale));
}

/** One property. Throws a 404 if there is none of that name, or if it is archived and those in use are asked for. */
export function findProperty(type: ObjectType, name: string, { archived, locale }: PropertyQuery): object {
  const property = type.properties.find((one) => one.name === name);
  if (!property || (property.archived ?? false) !== (archived ?? false))
    throw failures.propertyNotFound(name);
  return wireProperty(type, property, locale);
}

/** Several properties by name. The names of those that do not exist are returned apart. */
export function readProperties(
  type: ObjectType,
  names: string[],
  { archived = false, locale }: PropertyQuery,
) {
  const find = (name: string) =>
    type.properties.find((one) => one.name === name && (one.archived ?? false) === archived);
  return {
    found: [...new Set(names)]
      .flatMap((name) => find(name) ?? [])
      .map((one) => wireProperty(type, one, locale)),
    missing: names.filter((name) => !find(name)),
  };
}

/** The groups of a type's properties, in the order in which they first occur. */
export function listGroups(type: ObjectType, locale?: string): object[] {
  return groupsOf(type).map((name, displayOrder) => wireGroup(name, displayOrder, locale));
}

/** One group. Throws a 404 if the type has none of that name. */
export function findGroup(type: ObjectType, name: string, locale?: string): object {
  const displayOrder = groupsOf(type).indexOf(name);
  if (displayOrder < 0) throw failures.notFound();
  return wireGroup(name, displayOrder, locale);
}

function groupsOf(type: ObjectType): string[] {
  return [...new Set(type.properties.map(({ group }) => group))];
}

function wireGroup(name: string, displayOrder: number, locale: string | undefined): object {
  return { name, label: inLanguage(groupLabels[name] ?? name, locale), displayOrder, archived: false };
}

const madeAt = '2024-01-08T09:00:00.000Z';
const archivedAt = '2025-06-02T09:00:00.000Z';

/** A property as schemas and the properties endpoint send it. */
function wireProperty(type: ObjectType, property: Property, locale?: string): object {
  const {
    name,
    label,
    description = '',
    group,
    owners,
    calculated = false,
    archived = false,
    own,
  } = property;
  return {
    name,
    label: inLanguage(label, locale),
    type: property.type,
    fieldType: property.fieldType,
    description: inLanguage(description, locale),
    groupName: group,
    options: (property.options ?? []).map((option, displayOrder) => ({
      value: option.value,
      label: inLanguage(option.label, locale),
      description: '',
      displayOrder,
      hidden: option.hidden ?? false,
    })),
    ...(owners && { referencedObjectType: 'OWNER' }),
    displayOrder: -1,
    calculated,
    externalOptions: owners ?? false,
    hasUniqueValue: type.uniqueProperties.includes(name),
    hidden: property.hidden ?? false,
    formField: property.inForms ?? false,
    dataSensitivity: 'non_sensitive',
    ...(!own && { hubspotDefined: true }),
    ...(property.currency && { showCurrencySymbol: true }),
    modificationMetadata: {
      archivable: own ?? false,
      readOnlyDefinition: !own,
      readOnlyOptions: !own,
      readOnlyValue: calculated || (property.readOnly ?? false),
    },
    createdAt: madeAt,
    updatedAt: madeAt,
    archived,
    ...(archived && { archivedAt }),
  };
}
