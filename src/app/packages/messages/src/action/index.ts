import { closest } from '../languages';
import type { ActionMessages } from '../messages';
import { en } from './en';
import { ja } from './ja';
import { de } from './de';
import { fr } from './fr';
import { es } from './es';
import { ptBr } from './pt-br';

/** The messages in English, whose type has the places of each. */
export { en as english };

/** The languages of the bulk action. They are all in its bundle. */
export const actions: Readonly<Record<string, ActionMessages>> = {
  en,
  ja,
  de,
  fr,
  es,
  'pt-br': ptBr,
};

/** The messages of the bulk action in a language of the card. */
export function actionMessages(language: string): ActionMessages {
  return actions[closest(Object.keys(actions), language) ?? 'en'] ?? en;
}
