import { watchSources } from 'hubspot-local';
import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAction } from '../bulk-action/project';
import { linkingFunctions, type Edition } from './edition';
import { top } from './top';

/** The private edition: the card, its app functions, and the bulk action, as HubSpot gets them. */
export function privateEdition(watch = false): Edition {
  const cards = join(top, 'src/app/cards');
  const actions = join(top, `.cache/bulk-action-${process.pid}`);
  const write = () => writeAction(cards, actions);
  let stopWatching = () => {};
  return {
    project: top,
    linkingFunctions,
    actionFolders: [actions],
    build: async () => {
      execFileSync(process.execPath, [join(top, 'src/app/functions/build.mjs')], { stdio: 'inherit' });
      await write();
      if (watch) stopWatching = watchSources([cards], write);
    },
    close: async () => {
      stopWatching();
      await rm(actions, { recursive: true, force: true });
    },
  };
}
