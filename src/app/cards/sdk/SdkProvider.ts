import { createRequiredContext } from '../parts/required-context';
import type { Sdk } from './sdk';

/** The provider of the SDK and the hook that reads it. */
export const [SdkProvider, useSdk] = createRequiredContext<Sdk>();
