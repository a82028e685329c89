import { join } from 'node:path';
import { startLocal } from '..';
import { allScopes, createCrm, sandboxToken, serveCrm } from '../crm';

// Serves a project on a free port: `tsx local/end-to-end/serve-sample.ts <project folder> [live]`. With `live` its account
// is an embedded CRM of its own, which the page takes for a real account.
const [project = '', mode] = process.argv.slice(2);
const token = process.env['SAMPLE_TOKEN'] ?? sandboxToken;
const tokens = { [token]: allScopes };
const account = mode === 'live' ? await serveCrm(createCrm({ tokens })) : undefined;
const local = await startLocal({
  project,
  port: 0,
  ...(process.env['BUNDLE_CACHE'] && { bundleCache: process.env['BUNDLE_CACHE'] }),
  actionFolders: [join(project, 'beta')],
  crm: { tokens },
  ...(account && { account: { hubspotUrl: account.url, token } }),
});
process.once('SIGTERM', () => void local.close().finally(() => process.exit(0)));
console.log(`Local: ${local.url}`);
