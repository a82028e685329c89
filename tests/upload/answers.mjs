// Loaded before HubSpot's CLI (`node --import`, or NODE_OPTIONS): answers the requests of `hs project upload` in its process,
// so that no account is needed, and unpacks what it would have sent into the folder that UPLOAD_FOLDER names.
import { readFile } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';

const buildId = 1;
const build = {
  buildId,
  status: 'SUCCESS',
  platformVersion: '2026.09',
  isAutoDeployEnabled: false,
  subbuildStatuses: [],
};
const answers = [
  [/^firealarm\//, () => []],
  [/project-schemas\/v3\/2026\.09$/, () => readJson('../hubspot/schemas.json')],
  [/\/by-name\//, ({ url }) => ({ id: 1, name: url.split('/').at(-1) })],
  [/\/upload\/new-api$/, receive],
  [/\/builds\/1\/status$/, () => build],
  [/\/builds\/1\/structure$/, () => ({ topLevelComponentsWithChildren: {} })],
  [/\/builds\/1\/combined\/warn$/, () => ({ logs: [] })],
];

// With NODE_OPTIONS, npm and npx load this too.
if (/[\\/](hs|cli\.js)$/.test(process.argv[1] ?? '')) {
  const { httpClient } = await import('@hubspot/local-dev-lib/http/client');
  httpClient.defaults.adapter = async (config) => {
    const answer = answers.find(([url]) => url.test(config.url))?.[1];
    if (!answer) throw new Error(`The rehearsal knows no answer to ${config.method} ${config.url}`);
    return { status: 200, statusText: 'OK', data: await answer(config), config, headers: {} };
  };
}

/** Takes the archive out of the form it is sent in. */
async function receive({ data }) {
  const headers = { 'content-type': `multipart/form-data; boundary=${data.getBoundary()}` };
  const body = await buffer(data.pipe(new PassThrough()));
  const form = await new Response(body, { headers }).formData();
  const archive = Buffer.from(await form.get('projectFilesZip').arrayBuffer());
  const { extractZipArchive } = await import('@hubspot/local-dev-lib/archive');
  await extractZipArchive(archive, 'upload', process.env.UPLOAD_FOLDER, {
    includesRootDir: false,
    hideLogs: true,
  });
  return { createdBuildId: buildId };
}

async function readJson(path) {
  return JSON.parse(await readFile(new URL(path, import.meta.url), 'utf8'));
}
