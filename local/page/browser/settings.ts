import { locations, type Place } from '../address';
import type { PageSettings } from '../html';
import { isNamedBy, type PageType } from '../object-types';

/** What the server wrote into the document (`html.ts`). */
export const pageSettings = (window as unknown as { pageSettings: PageSettings }).pageSettings;

/** The name of the card that HubSpot would show at a place on a record of a type; undefined where it shows none. */
export function cardName(place: Place, type: PageType): string | undefined {
  const card = pageSettings.cards.find(({ config }) => config.location === locations[place]);
  return card?.config.objectTypes.some((word) => isNamedBy(type, word)) ? card.config.name : undefined;
}
