/** The properties of every object type. */
export { companyProperties } from './companies';
export { contactProperties } from './contacts';
export { dealProperties } from './deals';
export { noteProperties } from './notes';
export type { Property } from './property';
export { ticketProperties } from './tickets';
export { vehicleProperties } from './vehicles';
