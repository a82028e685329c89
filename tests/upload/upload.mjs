// Runs `hs project upload` as it is, without an account: the requests it makes are answered in this process, and what it
// would have sent is unpacked into a folder: node tests/upload/upload.mjs <empty folder> <project>
import { readFile } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';

const [folder, project] = process.argv.slice(2);
process.chdir(project);
Object.assign(process.env, {
  USE_ENVIRONMENT_HUBSPOT_CONFIG: 'true',
  HUBSPOT_ACCOUNT_ID: '12345',
  HUBSPOT_API_KEY: 'none',
  CI: 'true',
});
// The CLI takes the folder npm was called in for its own.
delete process.env.INIT_CWD;

const { httpClient } = await import('@hubspot/local-dev-lib/http/client');
const { extractZipArchive } = await import('@hubspot/local-dev-lib/archive');

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

httpClient.defaults.adapter = async (config) => {
  const answer = answers.find(([url]) => url.test(config.url))?.[1];
  if (!answer) throw new Error(`The rehearsal knows no answer to ${config.method} ${config.url}`);
  return { status: 200, statusText: 'OK', data: await answer(config), config, headers: {} };
};

/** Takes the archive out of the form it is sent in. */
async function receive({ data }) {
  const headers = { 'content-type': `multipart/form-data; boundary=${data.getBoundary()}` };
  const body = await buffer(data.pipe(new PassThrough()));
  const form = await new Response(body, { headers }).formData();
  const archive = Buffer.from(await form.get('projectFilesZip').arrayBuffer());
  await extractZipArchive(archive, 'upload', folder, { includesRootDir: false, hideLogs: true });
  return { createdBuildId: buildId };
}

async function readJson(path) {
  return JSON.parse(await readFile(new URL(path, import.meta.url), 'utf8'));
}

const quietly = ['--use-env', '--skip-npm-audit', '--disable-usage-tracking'];
process.argv.splice(2, Infinity, 'project', 'upload', ...quietly);
await import('@hubspot/cli/bin/cli.js');
