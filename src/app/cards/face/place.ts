/** The place of the card on the record page: HubSpot's `crm.record.tab` or `crm.record.sidebar`. */
export type Place = 'tab' | 'sidebar';
