import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCard, readCards, type CardMeta } from './cards';

/** The production bundles of a folder's cards, by location, as they were last built. */
export class CardBundles {
  private built = new Map<string, { meta: CardMeta; script: string }>();
  /** One a process, so that two servers do not build into each other's folder. */
  private readonly outputDir = join(tmpdir(), `hubspot-local-cards-${process.pid}`);

  constructor(private readonly cardsFolder: string) {}

  /** Builds every card anew. If one fails, all stay as they were. */
  async build(): Promise<void> {
    const built = new Map<string, { meta: CardMeta; script: string }>();
    for (const [location, meta] of await readCards(this.cardsFolder)) {
      built.set(location, { meta, script: await buildCard(this.cardsFolder, meta, this.outputDir) });
    }
    this.built = built;
  }

  /** Of all cards there are, for the page to know where HubSpot would show one. */
  get metas(): CardMeta[] {
    return [...this.built.values()].map(({ meta }) => meta);
  }

  /** A bundle's text; undefined where no card has that location. */
  script(location: string): string | undefined {
    return this.built.get(location)?.script;
  }

  /** Removes what the builder wrote. */
  async remove(): Promise<void> {
    await rm(this.outputDir, { recursive: true, force: true });
  }
}
