// Builds a card's production bundle with HubSpot's own builder:
// node tests/build-card.mjs RecordTab.tsx <output folder> [folder of the cards]
import { remoteBuild } from '@hubspot/ui-extensions-dev-server/build';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ownCards = fileURLToPath(new URL('../src/app/cards', import.meta.url));
const [entry, outputDir, root = ownCards] = process.argv.slice(2);
await remoteBuild({
  root,
  entryPoint: join(root, entry),
  outputDir,
  logLevel: 'error',
  appConfig: { variables: {} },
});
