import { languageFor } from '@bulk-associate/messages';
import { backEndFaces, english } from '@bulk-associate/messages/back-end';
import type { BackEnd } from '../edition/back-end';
import type { Clock } from '../run/clock';
import type { CallBackEnd } from './call-back-end';
import { createHostedRuns } from './hosted-runs';
import { refusalText } from './refusal-text';
import { SinceRun } from './SinceRun';

/** Creates what a hosted back end adds to the card, which has also `parts`, or to the bulk action. */
export function createBackEnd(
  callOn: (clock: Clock) => CallBackEnd,
  parts?: Required<Pick<BackEnd, 'FaceRuns' | 'PanelNote'>>,
): BackEnd {
  return {
    words: { english, faces: backEndFaces },
    problemText: refusalText,
    SinceRun,
    createRuns: (record, sdk) =>
      createHostedRuns(record, sdk, {
        call: callOn(sdk.clock),
        note: backEndFaces[languageFor(sdk.language)][record ? 'runGoesOn' : 'runGoesOnForList'] as string,
      }),
    ...parts,
  };
}
