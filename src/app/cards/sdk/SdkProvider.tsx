import { createContext, useContext, type ReactNode } from 'react';
import type { Sdk } from './sdk';

const SdkContext = createContext<Sdk | undefined>(undefined);

/** Hands HubSpot, or what stands in for it, to everything below. */
export function SdkProvider({ sdk, children }: { sdk: Sdk; children: ReactNode }) {
  return <SdkContext.Provider value={sdk}>{children}</SdkContext.Provider>;
}

/** All that the card takes from HubSpot. */
export function useSdk(): Sdk {
  const sdk = useContext(SdkContext);
  if (!sdk) throw new Error('useSdk needs an SdkProvider above it.');
  return sdk;
}
