/** The embedded CRM: HubSpot's CRM API in memory. README.md says what it emulates. */
export { allScopes, homeAccount, sandboxToken } from './access';
export { createCrm, type Crm } from './crm';
export { faultNames, type Fault, type FaultName } from './faults';
export type { OAuthAccount, OAuthApp } from './oauth/apps';
export { findObjectType, objectTypes, type AssociationType, type ObjectType } from './object-types';
export { Random } from './random';
export type { CallSeen, CrmOptions } from './options';
export { publishedLimits } from './rate-limits';
export { landmarks, seededId, type DataSize } from './seed';
export type { SeedData } from './seed-data';
export { crmRoutes, serveCrm } from './serve';
export type { CrmState } from './state';
