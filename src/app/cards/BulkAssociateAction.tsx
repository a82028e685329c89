import { hubspot } from '@hubspot/ui-extensions';
import { BulkAction } from './action/BulkAction';
import { hubSpotActionSdk } from './action/action-sdk';

hubspot.extend<'crm.bulkActions'>((api) => <BulkAction sdk={hubSpotActionSdk(api)} />);
