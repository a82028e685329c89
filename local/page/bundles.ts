import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCard, readCards, type CardMeta } from './cards';

/** The production bundles of a folder's cards, by uid, as they were last built. */
export class CardBundles {
  private built = new Map<string, { meta: CardMeta; script: string }>();
  /** Named by the process, so that two servers do not build into the same folder. */
  private readonly outputDir = join(tmpdir(), `hubspot-local-cards-${process.pid}`);

  constructor(private readonly cardsFolder: string) {}

  /** Rebuilds every card. If one fails, all bundles stay as they were. */
  async build(): Promise<void> {
    const built = new Map<string, { meta: CardMeta; script: string }>();
    for (const meta of await readCards(this.cardsFolder)) {
      built.set(meta.uid, { meta, script: await buildCard(this.cardsFolder, meta, this.outputDir) });
    }
    this.built = built;
  }

  /** The metadata of all cards: where, and on which object types, HubSpot shows them. */
  get metas(): CardMeta[] {
    return [...this.built.values()].map(({ meta }) => meta);
  }

  /** A card's bundle; undefined if no card has that uid. */
  script(uid: string): string | undefined {
    return this.built.get(uid)?.script;
  }

  /** Removes the builder's output. */
  async remove(): Promise<void> {
    await rm(this.outputDir, { recursive: true, force: true });
  }
}
