import {
  detailProperties,
  nameProperties,
  objectTypeIds,
  personName,
  type RecordRef,
} from '@bulk-associate/contract';
import type { LabelProperties } from './account-facts';
import { readOptional } from './send-request';
import type { Run } from './run';
import { idOf, type JsonObject, jsonObjectsIn, propertiesIn, textOf } from './json';

/** The properties of the labels of one object type. Takes a request for a ticket or a custom object in a cold process. */
export async function labelPropertiesOf(run: Run, objectType: string): Promise<LabelProperties> {
  const names = nameLabelsOf(objectType);
  const detailProperty = detailProperties[objectType];
  if (detailProperty !== undefined) return { ...names, detailProperty };
  const read = names.properties.length > 0 ? readTicketLabels : readCustomLabels;
  const labels = await run.hubspot.facts.labels.get(run.environment, objectType, () => read(run, objectType));
  return labels ?? names;
}

/** The properties of the names alone of one of HubSpot's own types, without a detail. Takes no request. */
export function nameLabelsOf(objectType: string): LabelProperties {
  return { objectType, properties: nameProperties[objectType] ?? [] };
}

/** The properties to read for `recordRef`. */
export function propertiesOfLabel({ properties, detailProperty }: LabelProperties): string[] {
  return [...new Set([...properties, ...(detailProperty === undefined ? [] : [detailProperty])])];
}

/** A ticket's stage is an id. Its name is in the pipelines, which any scope of an object type allows to read. */
async function readTicketLabels(run: Run, objectType: string): Promise<LabelProperties | undefined> {
  const body = await readOptional(run, run.hubspot.paths.pipelines('tickets'));
  if (!body) return undefined;
  const stages = jsonObjectsIn(body['results']).flatMap(({ stages }) => jsonObjectsIn(stages));
  const detailNames = new Map<string, string>();
  for (const stage of stages) {
    const [id, label] = [idOf(stage['id']), textOf(stage['label'])];
    if (id === undefined || label === undefined) continue;
    // An id that two pipelines have for different stages says nothing without the ticket's pipeline.
    detailNames.set(id, (detailNames.get(id) ?? label) === label ? label : '');
  }
  return { ...nameLabelsOf(objectType), detailProperty: 'hs_pipeline_stage', detailNames };
}

async function readCustomLabels(run: Run, objectType: string): Promise<LabelProperties | undefined> {
  const body = await readOptional(run, run.hubspot.paths.schema(objectType));
  if (!body) return undefined;
  const property = textOf(body['primaryDisplayProperty']);
  const secondary = body['secondaryDisplayProperties'];
  const detailProperty = Array.isArray(secondary) ? textOf(secondary[0]) : undefined;
  const typeNames = ['objectTypeId', 'fullyQualifiedName', 'name'].flatMap((name) => textOf(body[name]) ?? []); // prettier-ignore
  return {
    objectType,
    properties: property ? [property] : [],
    ...(detailProperty && { detailProperty }),
    typeNames,
  };
}

/**
 * The record with its display name: the first property that has a value, else the id; and with its detail, unless that is
 * the name already.
 */
export function recordRef(
  { objectType, properties, detailProperty, detailNames }: LabelProperties,
  record: JsonObject,
): RecordRef | undefined {
  const id = idOf(record['id']);
  if (id === undefined) return undefined;
  const values = propertiesIn(record);
  const textIn = (property: string) => textOf(values[property])?.trim() ?? '';
  const [first, last, ...others] = properties.map(textIn);
  const isContact = objectType === objectTypeIds.contact;
  const candidates = isContact ? [personName(first, last), ...others] : [first, last, ...others];
  const label = candidates.find(Boolean) ?? id;
  const value = detailProperty === undefined ? '' : textIn(detailProperty);
  const detail = detailNames ? detailNames.get(value) : value;
  return { id, label, ...(detail && detail !== label && { detail }) };
}
