import { hubspot } from '@hubspot/ui-extensions';
import type { Transport } from './call';

/** The way to the app functions. The marketplace edition, which has none, is built with another file in this place. */
export const transport: Transport = hubspot.serverless;
