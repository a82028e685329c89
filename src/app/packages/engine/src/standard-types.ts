import { objectTypeIds } from '@bulk-associate/contract';

/** HubSpot's own object types that this app has scopes for, with the names used where a schema cannot be read. */
export const standardTypes: { id: string; singular: string; plural: string; labelProperty: string }[] = [
  { id: objectTypeIds.contact, singular: 'Contact', plural: 'Contacts', labelProperty: 'email' },
  { id: objectTypeIds.company, singular: 'Company', plural: 'Companies', labelProperty: 'name' },
  { id: objectTypeIds.deal, singular: 'Deal', plural: 'Deals', labelProperty: 'dealname' },
  { id: objectTypeIds.ticket, singular: 'Ticket', plural: 'Tickets', labelProperty: 'subject' },
];
