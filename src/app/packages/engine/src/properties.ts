import type {
  Answer,
  FilterProperty,
  FilterType,
  PropertiesAnswer,
  PropertiesParameters,
} from '@bulk-associate/contract';
import type { HubSpot } from './hubspot';
import { type JsonObject, jsonObjectsIn, textOf } from './json';
import { Run } from './run';
import { refusalOf, sendRequest } from './send-request';

const filterTypes: ReadonlySet<string> = new Set<FilterType>([
  'string',
  'number',
  'date',
  'datetime',
  'enumeration',
  'bool',
]);

/** The properties of an object type that a search can filter by. Never rejects. */
export async function describeProperties(
  hubspot: HubSpot,
  { objectType, language }: PropertiesParameters,
): Promise<Answer<PropertiesAnswer>> {
  const run = new Run(hubspot);
  const locale = language === undefined ? '' : `?locale=${encodeURIComponent(language)}`;
  const path = `${hubspot.paths.properties(objectType)}${locale}`;
  const reply = await sendRequest(run, { method: 'GET', path, purpose: 'read' });
  if (reply.kind !== 'answered') return refusalOf(run, reply);
  return { ok: true, properties: jsonObjectsIn(reply.body['results']).flatMap(filterProperty) };
}

function filterProperty(property: JsonObject): FilterProperty[] {
  const name = textOf(property['name']);
  const type = textOf(property['type']);
  if (name === undefined || type === undefined || !filterTypes.has(type)) return [];
  if (property['hidden'] === true || property['archived'] === true) return [];
  const group = textOf(property['groupName']);
  const options = jsonObjectsIn(property['options']).flatMap(optionIn);
  return [
    {
      name,
      label: textOf(property['label']) ?? name,
      type: type as FilterType,
      ...(group && { group }),
      ...(options.length > 0 && { options }),
      ...(property['fieldType'] === 'checkbox' && { multiple: true }),
    },
  ];
}

function optionIn(option: JsonObject): { value: string; label: string }[] {
  const value = textOf(option['value']);
  if (value === undefined || option['hidden'] === true) return [];
  return [{ value, label: textOf(option['label']) ?? value }];
}
