/** Words that stand before an id, in the languages of HubSpot's exports. */
const idWords = new Set(
  (
    'id ids vid hubspot hs crm record records object contact company deal ticket datensatz kontakt unternehmen unternehmens ' +
    'de do del da la fiche registro contacto contato empresa negocio transaction entreprise no nr ' +
    'レコードid コンタクトid 会社id 取引id チケットid オブジェクトid'
  ).split(' '),
);

/**
 * The text behind words or a sign that mark an id: `#123`, `ID: 123`, `Record ID 123`, `hs_object_id=123`. Undefined
 * without such a mark. `ID 2020` may be a name: without a colon, the digits have to be long, or the words to be HubSpot's.
 */
export function behindIdMark(text: string): string | undefined {
  if (text.length > 80) return undefined;
  const start = text.search(/\d/);
  const mark = text.slice(0, Math.max(0, start)).toLowerCase();
  const rest = text.slice(start);
  if (/^#\s*$/.test(mark)) return rest;
  if (!mark.includes('id')) return undefined;
  const words = mark.split(/[\s_\-:=#.：]/).filter(Boolean);
  const endsInMark = /[\s_\-:=#.：]$/.test(mark) || mark.endsWith('id');
  if (!endsInMark || !words.some((word) => word.endsWith('id')) || !words.every((word) => idWords.has(word)))
    return undefined;
  const isBare = words.length === 1 && words[0] === 'id' && !/[:=#：]/.test(mark);
  return isBare && rest.replace(/\D/g, '').length < 6 ? undefined : rest;
}
