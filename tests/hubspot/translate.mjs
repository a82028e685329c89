// Runs HubSpot's own project parser and validator over a project folder, without an account: the one request it makes,
// for the schemas of the component configurations, is answered in this process. Reads the folders, one a line, and prints
// what it found in each as a line of JSON.
// HubSpot keeps those schemas to itself; the ones in schemas.json say what its documentation and templates say.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

Object.assign(process.env, {
  USE_ENVIRONMENT_HUBSPOT_CONFIG: 'true',
  HUBSPOT_ACCOUNT_ID: '12345',
  HUBSPOT_API_KEY: 'none',
});
const { httpClient } = await import('@hubspot/local-dev-lib/http/client');
const { translate } = await import('@hubspot/project-parsing-lib/translate');
const { parseProjectConfig } = await import('@hubspot/project-parsing-lib/projects');

const schemas = JSON.parse(await readFile(new URL('./schemas.json', import.meta.url), 'utf8'));
let asked = [];
httpClient.defaults.adapter = async (config) => {
  asked.push(config.url);
  return { status: 200, statusText: 'OK', data: schemas, config, headers: {} };
};

for await (const folder of createInterface({ input: process.stdin })) {
  asked = [];
  console.log(JSON.stringify(await parse(folder)));
}

async function parse(folder) {
  try {
    const project = await parseProjectConfig(folder);
    const { srcDir, platformVersion } = project.projectConfig ?? project;
    const context = { projectSourceDir: join(folder, srcDir), platformVersion, accountId: 12345 };
    const { intermediateRepresentation, skippedHsMetaFiles } = await translate(context);
    const components = intermediateRepresentation.intermediateNodesIndexedByUid;
    return { ok: true, asked, skippedHsMetaFiles, components };
  } catch (error) {
    return { ok: false, asked, message: String(error) };
  }
}
