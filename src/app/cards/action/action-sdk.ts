import type { ExtensionPointApi } from '@hubspot/ui-extensions';
import { platformSdk } from '../sdk/hubspot-sdk';
import type { Sdk } from '../sdk/sdk';
import { readSelected, type Selected } from './selected';

/** What a bulk action uses of HubSpot. */
export interface ActionSdk extends Sdk {
  /** Undefined if HubSpot passes no list of records. */
  selected: Selected | undefined;
  reloadPage: () => void;
}

/** The `ActionSdk` of HubSpot itself. There is no record page: nothing of one is read, and there is none to refresh. */
export function hubSpotActionSdk(api: ExtensionPointApi<'crm.bulkActions'>): ActionSdk {
  const { context, actions } = api;
  return {
    ...platformSdk(api),
    selected: readSelected(context.crm),
    reloadPage: () => actions.reloadPage(),
    record: undefined,
    useLinkedCount: () => ({ status: 'failed' }),
    readProperties: () => Promise.resolve({}),
    refreshRecord: () => undefined,
  };
}
