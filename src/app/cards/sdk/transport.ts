import { hubspot } from '@hubspot/ui-extensions';
import type { Transport } from './call';

/** Calls app functions. The marketplace edition has none; its build replaces this file. */
export const transport: Transport = hubspot.serverless;
