/** HubSpot on your machine, for a project: README.md says how it is used. */
export { PortTakenError, type LocalBackEnd, type LocalOptions } from './options';
export { watchSources } from './page/watch';
export { readSettings } from './settings';
export { startLocal } from './start';
