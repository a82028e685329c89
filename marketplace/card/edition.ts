import { callBackEndThrough } from '../../src/app/cards/back-end/call-back-end';
import { createBackEnd } from '../../src/app/cards/back-end/create-back-end';
import { FaceRuns } from '../../src/app/cards/back-end/FaceRuns';
import { PanelNote } from '../../src/app/cards/back-end/PanelNote';
import type { Clock } from '../../src/app/cards/run/clock';
import { transport } from '../../src/app/cards/sdk/transport';

const callOn = (clock: Clock) => callBackEndThrough(transport, clock);

/**
 * The back end keeps runs, and knows who may use the app. `PURE` tells HubSpot's builder that the bulk action, which does not
 * use this, need not have the parts in its bundle.
 */
export const backEnd = /* @__PURE__ */ createBackEnd(callOn, { FaceRuns, PanelNote });
/** The bulk action has no face that shows runs, and no history: they are in those of the records that it associates. */
export const actionBackEnd = createBackEnd(callOn);
