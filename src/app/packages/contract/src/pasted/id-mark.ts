import { objectTypeIds } from '../ids';

/** Words that stand before an id, in the languages of HubSpot's exports. */
const idWords = new Set(
  (
    'id ids vid hubspot hs crm record records object contact company deal ticket datensatz kontakt unternehmen unternehmens ' +
    'de do del da la fiche registro contacto contato empresa negocio transaction entreprise no nr ' +
    'レコードid コンタクトid 会社id 取引id チケットid オブジェクトid'
  ).split(' '),
);

/** What records of a type are called, and the words for "number" beside them. */
const typeWords: Record<string, string> = {
  [objectTypeIds.contact]: 'contact contacts kontakt contacto contato コンタクト 連絡先',
  [objectTypeIds.company]: 'company companies unternehmen firma entreprise société empresa 会社',
  [objectTypeIds.deal]: 'deal deals transaction negocio negócio 取引',
  [objectTypeIds.ticket]: 'ticket tickets チケット',
};
const numberWords = ['nr', 'no', 'n°', 'number', 'nummer', '番号'];
/** Ids have had so many digits for years; a shorter number behind `Deal` may be part of a name. */
const fewestIdDigits = 8;

function isAsLongAsIds(text: string): boolean {
  return text.length >= fewestIdDigits && /^\d+$/.test(text);
}

/** `Deal 27500000101`, `contact/456`, `Ticket #33600000101`: the name of the type looked for, and a number as long as ids. */
function behindTypeName(words: readonly string[], rest: string, objectType: string): string | undefined {
  const own = typeWords[objectType]?.split(' ') ?? [];
  const isNamed = words.some((word) => own.includes(word));
  const fits = isNamed && words.every((word) => own.includes(word) || numberWords.includes(word));
  return fits && isAsLongAsIds(rest) ? rest : undefined;
}

/**
 * The id that stands in brackets with its mark: `Bob Lee (ID 27500000101)`, `Re: [Ticket ID: 33600000101] Late`. Undefined for
 * several, and behind a mere `#`, which may be an order's number.
 */
export function idInBrackets(text: string, objectType: string): string | undefined {
  if (!/[([]/.test(text) || text.length > 500) return undefined;
  const found = Array.from(text.matchAll(/[([]([^()[\]]{1,60})[)\]]/g), ([, inner = '']) => {
    const rest = behindIdMark(inner.trim(), objectType);
    return rest !== undefined && !inner.startsWith('#') && isAsLongAsIds(rest) ? rest : undefined;
  }).filter((id) => id !== undefined);
  return found.length === 1 ? found[0] : undefined;
}

/**
 * The text behind words or a sign that mark an id: `#123`, `ID: 123`, `Record ID 123`, `hs_object_id=123`. Undefined
 * without such a mark. `ID 2020` may be a name: without a colon, the digits have to be long, or the words to be HubSpot's.
 */
export function behindIdMark(text: string, objectType: string): string | undefined {
  if (text.length > 80) return undefined;
  const start = text.search(/\d/);
  const mark = text.slice(0, Math.max(0, start)).toLowerCase();
  const rest = text.slice(start);
  if (/^#\s*$/.test(mark)) return rest;
  const words = mark.split(/[\s_\-:=#./：]/).filter(Boolean);
  if (!mark.includes('id')) return behindTypeName(words, rest, objectType);
  const endsInMark = /[\s_\-:=#.：]$/.test(mark) || mark.endsWith('id');
  if (!endsInMark || !words.some((word) => word.endsWith('id')) || !words.every((word) => idWords.has(word)))
    return undefined;
  const isBare = words.length === 1 && words[0] === 'id' && !/[:=#：]/.test(mark);
  return isBare && rest.replace(/\D/g, '').length < 6 ? undefined : rest;
}
