import { languageFor } from '@bulk-associate/messages';
import type { BackEnd } from '../edition/back-end';
import type { Clock } from '../run/clock';
import type { CallBackEnd } from './call-back-end';
import { createHostedRuns } from './hosted-runs';
import { refusalText } from './refusal-text';
import { backEndWords } from './words';

/** Creates what a hosted back end adds to the card, which has also `parts`, or to the bulk action. */
export function createBackEnd(
  callOn: (clock: Clock) => CallBackEnd,
  parts?: Required<Pick<BackEnd, 'FaceRuns' | 'PanelNote'>>,
): BackEnd {
  return {
    problemText: refusalText,
    createRuns: (record, sdk) =>
      createHostedRuns(record, sdk, {
        call: callOn(sdk.clock),
        note: backEndWords(languageFor(sdk.language))(record ? 'runGoesOn' : 'runGoesOnForList'),
      }),
    ...parts,
  };
}
