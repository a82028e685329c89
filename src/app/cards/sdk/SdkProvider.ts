import { createRequiredContext } from '../parts/required-context';
import type { Sdk } from './sdk';

/** Hands HubSpot, or what stands in for it, to everything below; and all that the card takes from it. */
export const [SdkProvider, useSdk] = createRequiredContext<Sdk>();
