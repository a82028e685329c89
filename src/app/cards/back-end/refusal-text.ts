import type { ProblemText } from '../edition/back-end';
import type { CallError } from '../sdk/sdk';
import type { FaceTranslator } from '../locales/translator';
import { backEndWords } from './words';

/** Refusals of the run itself; the others are of the person, who reads whom to ask. */
const ofRuns = ['run_gone', 'run_busy', 'run_incomplete', 'too_many_runs'] as const;

/** The text for a refusal of the back end. Undefined for every other error. */
export function refusalText({ reason, ask }: CallError, translator: FaceTranslator): ProblemText | undefined {
  const words = backEndWords(translator);
  if (reason === 'not_allowed' || reason === 'not_admin') {
    const text = typeof ask === 'string' && ask !== '' ? words('ask', { ask }) : words('askAdmin');
    return { title: words(`refused_${reason}`), text, type: 'lock' };
  }
  const ofRun = ofRuns.find((each) => each === reason);
  if (!ofRun) return undefined;
  return { title: words(`refused_${ofRun}`), text: words(`refused_${ofRun}_text`), type: 'error' };
}
