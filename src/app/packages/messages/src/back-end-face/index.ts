import type { Language } from '../languages';
import type { BackEndFaceMessages } from '../messages';
import { en } from './en';
import { ja } from './ja';

/** The messages of what only the hosted back end offers that are drawn before the panel is open, in every language. */
export const backEndFaces: Readonly<Record<Language, BackEndFaceMessages>> = {
  en,
  ja,
};
