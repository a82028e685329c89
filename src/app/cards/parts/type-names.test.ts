import { faces, type Language } from '@bulk-associate/messages';
import type { TranslateFace } from '../locales/messages';
import { createTranslator } from '../locales/translator';
import { typeInSentence, typeTitle } from './type-names';

const wordsOf = (language: Language): TranslateFace => createTranslator(language, faces[language], 'UTC').t;
const companies = { id: '0-2', singular: 'Company', plural: 'Companies' };

describe('the name of an object type', () => {
  it.each([
    ['en', 'Companies', 'Companies'],
    ['ja', '会社', '会社'],
    ['de', 'Unternehmen', 'Unternehmen'],
    ['es', 'Empresas', 'empresas'],
    ['pt-br', 'Empresas', 'empresas'],
  ] as const)('alone and within a sentence, in %s, is %s and %s', (language, alone, within) => {
    expect(typeTitle(wordsOf(language), companies)).toBe(alone);
    expect(typeInSentence(wordsOf(language), companies)).toBe(within);
  });

  it.each([typeTitle, typeInSentence])('is the account’s own, as it writes it (%p)', (name) => {
    expect(name(wordsOf('es'), { ...companies, plural: 'iClientes' })).toBe('iClientes');
    expect(name(wordsOf('es'), { id: '2-7', singular: 'Proyecto', plural: 'Proyectos' })).toBe('Proyectos');
  });
});
