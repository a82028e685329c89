import { hubspot } from '@hubspot/ui-extensions';
import { backEnd } from './edition';
import { BulkAssociate } from './face/BulkAssociate';
import { hubSpotSdk } from './sdk/hubspot-sdk';

hubspot.extend<'crm.record.tab'>((api) => (
  <BulkAssociate sdk={hubSpotSdk(api)} place="tab" backEnd={backEnd} />
));
