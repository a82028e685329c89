import { callBackEndThrough } from '../../src/app/cards/back-end/call-back-end';
import { createBackEnd } from '../../src/app/cards/back-end/create-back-end';
import { transport } from '../../src/app/cards/sdk/transport';

/** The back end keeps runs, and knows who may use the app. */
export const backEnd = createBackEnd((clock) => callBackEndThrough(transport, clock));
