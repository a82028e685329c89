import { en as face } from './face/en';
import { en as panel } from './panel/en';

/** All messages in English. */
export const en = { ...face, ...panel };
