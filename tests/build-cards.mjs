// Builds the production bundles of cards with HubSpot's own builder, each into a folder of its name, as it empties the folder:
// node tests/build-cards.mjs <folder of the cards> <output folder> RecordTab …
import { remoteBuild } from '@hubspot/ui-extensions-dev-server/build';
import { join } from 'node:path';

const [root, outputDir, ...names] = process.argv.slice(2);
for (const name of names) {
  await remoteBuild({
    root,
    entryPoint: join(root, `${name}.tsx`),
    outputDir: join(outputDir, name),
    logLevel: 'error',
    appConfig: { variables: {} },
  });
}
