import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Extension } from './bundles';
import { readMetas } from './metas';

/** A bulk action as its `*-hsmeta.json` describes it. */
export interface BulkActionMeta {
  uid: string;
  type: string;
  config: {
    /** The text of its button, and the title of what the button opens. */
    label: string;
    entrypoint: string;
    objectTypes: string[];
    /** Where it opens: in a panel at the side, or in a dialog. */
    displayMode: 'PANEL' | 'MODAL';
    /** A name of the SDK's `Icon`. */
    icon?: string;
  };
}

/**
 * The bulk actions of some folders, in their order. The source file is beside the `*-hsmeta.json`, or where `entrypoint`
 * says it is in the source folder.
 */
export async function readBulkActions(
  folders: string[],
  sourceFolder: string,
): Promise<Extension<BulkActionMeta>[]> {
  const found = await Promise.all(
    folders.map(async (folder) => {
      const metas = await readMetas<BulkActionMeta>(folder, 'crm-bulk-action');
      return metas.map((meta) => ({ meta, entry: entryOf(meta, folder, sourceFolder) }));
    }),
  );
  return found.flat();
}

function entryOf({ config }: BulkActionMeta, folder: string, sourceFolder: string): string {
  const beside = join(folder, basename(config.entrypoint));
  return existsSync(beside) ? beside : join(sourceFolder, config.entrypoint);
}
