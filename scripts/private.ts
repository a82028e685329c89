import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { linkingFunctions, type Edition } from './edition';
import { top } from './top';

/** The private edition: the card and its app functions, as HubSpot gets them. */
export function privateEdition(): Edition {
  return {
    project: top,
    linkingFunctions,
    build: () =>
      void execFileSync(process.execPath, [join(top, 'src/app/functions/build.mjs')], { stdio: 'inherit' }),
  };
}
