/** Requests to an embedded CRM, and accounts that install apps, for tests. */
export { refusals } from '../oauth/refusals';
export { limitLinks, recordsOf, setProperties, typeNamed } from './ask';
export { smallAccount } from './oauth';
