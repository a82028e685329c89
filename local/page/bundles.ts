import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtBundle } from './built-bundle';

/** A card or a bulk action. */
export interface Extension<Meta extends { uid: string }> {
  meta: Meta;
  /** The source file that it begins with. */
  entry: string;
}

/** The production bundles of extensions of a kind, by uid, as they were last built. */
export class Bundles<Meta extends { uid: string }> {
  private built = new Map<string, { meta: Meta; script: string }>();
  private readonly outputDir: string;

  /**
   * @param kind Names the folder of the builder's output.
   * @param cache A folder of bundles that other processes may have built.
   */
  constructor(
    kind: string,
    private readonly readExtensions: () => Promise<Extension<Meta>[]>,
    private readonly cache?: string,
  ) {
    // Named by the process, so that two servers do not build into the same folder.
    this.outputDir = join(tmpdir(), `hubspot-local-${kind}-${process.pid}`);
  }

  /** Rebuilds every extension. If one fails, all bundles stay as they were. */
  async build(): Promise<void> {
    const built = new Map<string, { meta: Meta; script: string }>();
    for (const { meta, entry } of await this.readExtensions()) {
      built.set(meta.uid, { meta, script: await builtBundle(entry, this.outputDir, this.cache) });
    }
    this.built = built;
  }

  /** The metadata of all: where, and on which object types, HubSpot shows them. */
  get metas(): Meta[] {
    return [...this.built.values()].map(({ meta }) => meta);
  }

  /** An extension's bundle; undefined if none has that uid. */
  script(uid: string): string | undefined {
    return this.built.get(uid)?.script;
  }

  /** Removes the builder's output. */
  async remove(): Promise<void> {
    await rm(this.outputDir, { recursive: true, force: true });
  }
}
