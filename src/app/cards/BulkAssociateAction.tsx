import { hubspot } from '@hubspot/ui-extensions';
import { BulkAction } from './action/BulkAction';
import { hubSpotActionSdk } from './action/action-sdk';
import { actionBackEnd } from './edition';

hubspot.extend<'crm.bulkActions'>((api) => (
  <BulkAction sdk={hubSpotActionSdk(api)} backEnd={actionBackEnd} />
));
