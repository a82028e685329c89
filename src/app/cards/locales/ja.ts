import type { Messages } from './messages';
import { en } from './en';

export const ja: Messages = en;
