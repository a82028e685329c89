import { languageFor } from '@bulk-associate/messages';
import type { BackEnd } from '../edition/back-end';
import type { Clock } from '../run/clock';
import type { CallBackEnd } from './call-back-end';
import { FaceRuns } from './FaceRuns';
import { createHostedRuns } from './hosted-runs';
import { PanelNote } from './PanelNote';
import { refusalText } from './refusal-text';
import { backEndWords } from './words';

/** Creates what a hosted back end adds to the card. */
export function createBackEnd(callOn: (clock: Clock) => CallBackEnd): BackEnd {
  return {
    problemText: refusalText,
    createRuns: (record, sdk) =>
      createHostedRuns(record, sdk, {
        call: callOn(sdk.clock),
        note: backEndWords(languageFor(sdk.language))('runGoesOn'),
      }),
    FaceRuns,
    PanelNote,
  };
}
