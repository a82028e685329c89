import { english } from '@bulk-associate/messages/back-end';
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
    english,
    problemText: refusalText,
    createRuns: (record, sdk, messages) =>
      createHostedRuns(record, sdk, {
        call: callOn(sdk.clock),
        note: () => {
          const key = record ? 'runGoesOn' : 'runGoesOnForList';
          const own = messages()[key];
          return typeof own === 'string' ? own : english[key];
        },
      }),
    SinceRun,
    ...parts,
  };
}
