import type { BackEnd } from './back-end';

/** App functions keep nothing, so the private edition has no back end. The marketplace edition's build replaces this file. */
export const backEnd: BackEnd | undefined = undefined;
/** The same for the bulk action. */
export const actionBackEnd: BackEnd | undefined = undefined;
