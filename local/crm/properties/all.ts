/** The properties of every object type. */
export { companyProperties } from './companies';
export { contactProperties } from './contacts';
export { dealProperties } from './deals';
export type { Property } from './property';
export { ticketProperties } from './tickets';
export { vehicleProperties } from './vehicles';
