/** What the server put into the page. */
export interface PageSettings {
  live: boolean;
  cards: { config: { name: string; location: string } }[];
}

export const pageSettings = (window as unknown as { pageSettings: PageSettings }).pageSettings;

export const locations = { tab: 'crm.record.tab', sidebar: 'crm.record.sidebar' } as const;

/** The name of the card at a place, as its metadata give it. */
export function cardName(place: keyof typeof locations): string {
  return pageSettings.cards.find(({ config }) => config.location === locations[place])?.config.name ?? 'Card';
}
