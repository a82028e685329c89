/**
 * The scopes that every customer grants at install. Tickets have one scope for reading and writing.
 * HubSpot refuses an authorization whose scopes differ from the app's own, so the build of the marketplace project
 * and the back end's install link both read these lists.
 */
export const requiredScopes: readonly string[] = [
  'oauth',
  'crm.objects.contacts.read',
  'crm.objects.contacts.write',
  'crm.objects.companies.read',
  'crm.objects.companies.write',
  'crm.objects.deals.read',
  'crm.objects.deals.write',
  'tickets',
  'crm.lists.read',
];

/** Scopes that only some accounts can grant: custom objects need an Enterprise subscription. */
export const optionalScopes: readonly string[] = [
  'crm.objects.custom.read',
  'crm.objects.custom.write',
  'crm.schemas.custom.read',
];
