import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { hubspotModels } from './testing/hubspot-models';

/**
 * The excerpt of HubSpot's documents against the models of HubSpot's own client, which is generated from the v3 and v4
 * documents. The excerpt is of the 2026-09 ones: it may know more fields, and require more of them.
 */
const load = createRequire(__filename);
const codegen = join(dirname(load.resolve('@hubspot/api-client')), 'codegen');
const folders = [
  'crm/associations/v4',
  'crm/associations/v4/schema',
  'crm/lists',
  'crm/objects',
  'crm/owners',
  'crm/pipelines',
  'crm/properties',
  'crm/schemas',
  'oauth',
];

interface Attribute {
  name: string;
  baseName: string;
  type: string;
  format: string;
}

const generated = folders.flatMap((folder) =>
  readdirSync(join(codegen, folder, 'models'))
    .filter((file) => file.endsWith('.d.ts'))
    .map((file) => ({ model: file.slice(0, -'.d.ts'.length).replace('ModelError', 'Error'), folder, file }))
    .filter(({ model }) => model in hubspotModels),
);

it.each(generated)(
  '$model of $folder is in the excerpt as it is in the client',
  ({ model, folder, file }) => {
    const path = join(codegen, folder, 'models', file.slice(0, -'.d.ts'.length));
    const declared = readFileSync(`${path}.d.ts`, 'utf8');
    const exports = load(path) as Record<string, { attributeTypeMap?: Attribute[] }>;
    const attributes = Object.values(exports).find((one) => one.attributeTypeMap)?.attributeTypeMap ?? [];
    const excerpt = hubspotModels[model] ?? {};
    expect(attributes).not.toEqual([]);
    for (const { name, baseName, type, format } of attributes) {
      const inExcerpt = baseName in excerpt ? baseName : `${baseName}?`;
      expect(Object.keys(excerpt)).toContain(inExcerpt);
      // The client declares every map as required, optional in the document or not.
      const isRequired = declared.includes(`    '${name}': `) && !type.startsWith('{');
      if (isRequired) expect(inExcerpt).toBe(baseName);
      const own = excerpt[inExcerpt];
      if (own !== 'object' && own !== 'object[]' && type !== 'any')
        expect(own).toBe(typeOf(type, format, exports));
    }
  },
);

it('finds most models of the excerpt in the client', () => {
  const found = new Set(generated.map(({ model }) => model));
  const absent = Object.keys(hubspotModels).filter((model) => !found.has(model));
  expect(absent).toEqual([
    'BatchResponse',
    'AssociationLabelLimitResponse',
    'LimitedObjectType',
    'CollectionResponseAssociationLabelLimitResponseNoPaging',
    'ObjectTypeNearOrAtAssociationLimit',
    'CollectionResponseObjectTypeNearOrAtAssociationLimitNoPaging',
    'AssociationRecordLimitResponse',
    'AtLimitRecordSample',
    'NearLimitRecordSample',
    'PortalInformationResponse',
    'TokenInfoResponseBaseIF',
  ]);
});

/** A type of the generated client in the words of the excerpt. */
function typeOf(type: string, format: string, exports: Record<string, object>): string {
  const array = /^Array<(.+)>$/.exec(type)?.[1];
  if (array) return `${typeOf(array, format, exports)}[]`;
  const map = /^\{ \[key: string\]: (.+); \}$/.exec(type)?.[1];
  if (map) return `map of ${typeOf(map.replace(' | null', ''), '', exports)}`;
  const values: string[] = Object.values(exports[type] ?? {});
  // The category WORK is new in the 2026-09 documents.
  if (values.includes('INTEGRATOR_DEFINED')) values.push('WORK');
  if (values.length > 0) return `one of ${values.sort().join(' | ')}`;
  return format || type;
}
