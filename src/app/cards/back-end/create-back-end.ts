import { english } from '@bulk-associate/messages/back-end';
import type { BackEnd } from '../edition/back-end';
import type { Clock } from '../run/clock';
import type { CallBackEnd } from './call-back-end';
import { FaceRuns } from './FaceRuns';
import { createHostedRuns } from './hosted-runs';
import { PanelNote } from './PanelNote';
import { refusalText } from './refusal-text';

/** Creates what a hosted back end adds to the card. */
export function createBackEnd(callOn: (clock: Clock) => CallBackEnd): BackEnd {
  return {
    english,
    problemText: refusalText,
    createRuns: (record, sdk, messages) =>
      createHostedRuns(record, sdk, {
        call: callOn(sdk.clock),
        note: () => {
          const { runGoesOn } = messages();
          return typeof runGoesOn === 'string' ? runGoesOn : english.runGoesOn;
        },
      }),
    FaceRuns,
    PanelNote,
  };
}
