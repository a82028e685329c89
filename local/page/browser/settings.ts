import { locations, type Place } from '../address';
import type { CardMeta } from '../cards';
import type { PageSettings } from '../html';
import { isNamedBy, type PageType } from '../object-types';

/** The settings that the server wrote into the document (`html.ts`). */
export const pageSettings = (window as unknown as { pageSettings: PageSettings }).pageSettings;

/** The cards that HubSpot would show at a place on a record of a type. */
export function cardsAt(place: Place, type: PageType): CardMeta[] {
  return pageSettings.cards.filter(
    ({ config }) =>
      config.location === locations[place] && config.objectTypes.some((word) => isNamedBy(type, word)),
  );
}
