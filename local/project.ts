import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a HubSpot developer project's folders and `app-hsmeta.json` say. */
export interface Project {
  /** The app's name. */
  appName: string;
  /** `permittedUrls.fetch`: what its cards may call with `hubspot.fetch`. */
  permittedUrls: string[];
  /** `srcDir`. An `entrypoint` is a path in it: `/app/actions/Action.tsx`. */
  sourceFolder: string;
  /** Holds the cards and their `*-hsmeta.json`. HubSpot fixes the names of this folder and of the next two. */
  cardsFolder: string;
  /** Holds the bulk actions and their `*-hsmeta.json`; many projects have none. */
  actionsFolder: string;
  /** Holds the app functions' `*-hsmeta.json`. */
  functionsFolder: string;
}

interface AppMeta {
  config: { name: string; permittedUrls?: { fetch?: string[] } };
}

/** Reads the project in a folder. Throws, with a sentence for the developer, if there is no app in it. */
export function readProject(folder: string): Project {
  const sourceFolder = join(folder, sourceName(folder));
  const app = join(sourceFolder, 'app');
  const meta = join(app, 'app-hsmeta.json');
  if (!existsSync(meta))
    throw new Error(`${folder} is not a HubSpot project with an app: ${meta} is missing.`);
  const { config } = JSON.parse(readFileSync(meta, 'utf8')) as AppMeta;
  return {
    appName: config.name,
    permittedUrls: config.permittedUrls?.fetch ?? [],
    sourceFolder,
    cardsFolder: join(app, 'cards'),
    actionsFolder: join(app, 'actions'),
    functionsFolder: join(app, 'functions'),
  };
}

/** `srcDir` of `hsproject.json`, `src` without that file. */
function sourceName(folder: string): string {
  const file = join(folder, 'hsproject.json');
  if (!existsSync(file)) return 'src';
  return (JSON.parse(readFileSync(file, 'utf8')) as { srcDir?: string }).srcDir ?? 'src';
}
