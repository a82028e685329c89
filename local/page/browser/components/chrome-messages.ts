import { closestLanguage, type Language } from '../../../crm/languages';

/** The texts that HubSpot's components bring along, in the user's language. */
const en = {
  close: 'Close',
  pages: 'Pages',
  page: 'Page',
  first: 'First',
  previous: 'Prev',
  next: 'Next',
  last: 'Last',
  clear: 'Clear',
  remove: 'Remove',
  progress: 'Progress',
  increase: 'Increase',
  decrease: 'Decrease',
};

const ja: typeof en = {
  close: '閉じる',
  pages: 'ページ',
  page: 'ページ',
  first: '最初',
  previous: '前へ',
  next: '次へ',
  last: '最後',
  clear: 'クリア',
  remove: '削除',
  progress: '進捗',
  increase: '増加',
  decrease: '減少',
};

const de: typeof en = {
  close: 'Schließen',
  pages: 'Seiten',
  page: 'Seite',
  first: 'Erste',
  previous: 'Zurück',
  next: 'Weiter',
  last: 'Letzte',
  clear: 'Löschen',
  remove: 'Entfernen',
  progress: 'Fortschritt',
  increase: 'Anstieg',
  decrease: 'Rückgang',
};

const fr: typeof en = {
  close: 'Fermer',
  pages: 'Pages',
  page: 'Page',
  first: 'Début',
  previous: 'Précédent',
  next: 'Suivant',
  last: 'Fin',
  clear: 'Effacer',
  remove: 'Supprimer',
  progress: 'Progression',
  increase: 'Augmentation',
  decrease: 'Diminution',
};

const es: typeof en = {
  close: 'Cerrar',
  pages: 'Páginas',
  page: 'Página',
  first: 'Inicio',
  previous: 'Anterior',
  next: 'Siguiente',
  last: 'Fin',
  clear: 'Borrar',
  remove: 'Eliminar',
  progress: 'Progreso',
  increase: 'Aumento',
  decrease: 'Disminución',
};

const ptBr: typeof en = {
  close: 'Fechar',
  pages: 'Páginas',
  page: 'Página',
  first: 'Início',
  previous: 'Anterior',
  next: 'Próximo',
  last: 'Fim',
  clear: 'Limpar',
  remove: 'Remover',
  progress: 'Progresso',
  increase: 'Aumento',
  decrease: 'Redução',
};

const chrome: Record<Language, typeof en> = { en, ja, de, fr, es, 'pt-br': ptBr };

/** Read on each render: the page sets its language after it has read its address. */
export const chromeMessages = () => chrome[closestLanguage(document.documentElement.lang) ?? 'en'];
