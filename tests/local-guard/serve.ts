// Serves an edition, named by the first argument, and prints its address and its routes: node --import tsx serve.ts private
import { readSettings, startLocal } from 'hubspot-local';
import type { Edition } from '../../scripts/edition';
import { marketplaceEdition } from '../../scripts/marketplace';
import { privateEdition } from '../../scripts/private';

const edition: Edition = process.argv[2] === 'marketplace' ? marketplaceEdition(false) : privateEdition();
const local = await startLocal({ ...readSettings(process.env), ...edition, port: 0, watch: false });
console.log(`Routes: ${JSON.stringify(local.routes)}`);
console.log(`Local: ${local.url}`);
process.once('SIGTERM', () => {
  void local
    .close()
    .then(() => edition.close?.())
    .finally(() => process.exit(0));
});
