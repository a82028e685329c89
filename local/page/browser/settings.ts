import { locations, type Place } from '../address';
import type { BulkActionMeta } from '../bulk-actions';
import type { CardMeta } from '../cards';
import type { PageSettings } from '../html';
import { isServedBy, type PageType } from '../object-types';

/** The settings that the server wrote into the document (`html.ts`). */
export const pageSettings = (window as unknown as { pageSettings: PageSettings }).pageSettings;

/** The cards that HubSpot would show at a place on a record of a type. */
export function cardsAt(place: Place, type: PageType): CardMeta[] {
  return pageSettings.cards.filter(
    ({ config }) => config.location === locations[place] && isServedBy(type, config),
  );
}

/** The bulk actions that HubSpot would offer on the index page of a type. */
export function bulkActionsOn(type: PageType): BulkActionMeta[] {
  return pageSettings.bulkActions.filter(({ config }) => isServedBy(type, config));
}
