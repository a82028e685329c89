import type { Language } from '../languages';
import type { PanelMessages } from '../messages';
import { ja } from './ja';

/** The messages of the panel in every language but English, which is in the card's bundle. */
export const panels: Readonly<Record<Exclude<Language, 'en'>, PanelMessages>> = { ja };
