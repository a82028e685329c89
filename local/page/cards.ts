import { basename, join } from 'node:path';
import { locations } from './address';
import type { Extension } from './bundles';
import { readMetas } from './metas';

/** A card as its `*-hsmeta.json` describes it. */
export interface CardMeta {
  uid: string;
  type: string;
  config: { name: string; location: string; entrypoint: string; objectTypes: string[] };
}

/** The cards of a folder that the page has a place for; none if there is no such folder. */
export async function readCards(folder: string): Promise<Extension<CardMeta>[]> {
  const places: string[] = Object.values(locations);
  const cards = await readMetas<CardMeta>(folder, 'card');
  return cards
    .filter(({ config }) => places.includes(config.location))
    .map((meta) => ({ meta, entry: join(folder, basename(meta.config.entrypoint)) }));
}
