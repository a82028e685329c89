import { en, faces, languages, type Message } from './index';
import { actionMessages } from './action/index';
import { backEndMessages } from './back-end/index';
import { notes } from './note/index';
import { panels } from './panel/index';

/**
 * Words that no message uses, by language, each with the word that is used instead. They would be second words for what
 * has HubSpot's word already, so that a reader would look for a difference.
 */
const unused: Readonly<Record<string, readonly [RegExp, string][]>> = {
  en: [
    [/\b(un|re)?link(s|ed|ing)?\b/i, 'associate, association; for an address: URL'],
    [/\b(connect|attach|relate|tie|join)(s|ed|ing)?\b/i, 'associate'],
    [/\b(relation|relationship)s?\b/i, 'association'],
    [/\b(choice|choose|chosen|choosing|pick(s|ed)?)\b/i, 'selection, select'],
    [/\btak(e|es|en|ing) (it |them )?out\b/i, 'remove'],
    [/\b(dissociate|disassociate|detach|delink)(s|d|ed)?\b/i, 'remove the association'],
    [/\blists? of (contacts|companies|deals|tickets|members)\b/i, 'segment'],
    [/\b(fields?|attributes?)\b/i, 'property'],
    [/\bcriteri(a|on)\b/i, 'filter'],
    [/\brecommend/i, 'suggest'],
    [/\brevert(s|ed)?\b|\broll(ed)? back\b/i, 'undo'],
  ],
  ja: [
    [/リンク/, '関連付け、URL'],
    [/紐付|ひも付|紐づ|ひもづ/, '関連付け'],
    [/関連づけ/, '関連付け'],
    [/取り消/, '元に戻す'],
    [/プロパティ(?!ー)/, 'プロパティー'],
    [/フィルタ(?!ー)/, 'フィルター'],
    [/推奨|レコメンド/, 'おすすめ'],
    [/接続(する|した|済み)/, '関連付け'],
    [/探(す|し)/, '照合'],
    [/選(ん|び)/, '選択'],
    [/ほか/, '他'],
  ],
  de: [
    [/verknüpf|verlink|\bLinks?\b|assoziat|assoziier/i, 'zuordnen, Zuordnung; für eine Adresse: URL'],
    [/\b(verbinden|verbunden|Beziehung(en)?)\b/i, 'zuordnen, Zuordnung'],
    [/Zuordnung(en)? (auf)?(lösen|heben|löschen|trennen)|\btrennen\b/, 'entfernen'],
    [/\b(Firm(a|en)|Geschäfte?|Vorf(all|älle)|Einträge|Records?)\b/, 'Unternehmen, Deal, Ticket, Datensatz'],
    [/\bListen? (von|der|mit) (Kontakt|Unternehmen|Deal|Ticket|Mitglied)/, 'Segment'],
    [/Bezeichnung|Etikett|Beschriftung/, 'Label'],
    [/Attribut|Merkmal|\bFeld(er|ern)?\b/, 'Eigenschaft'],
    [/Kriteri(um|en)/, 'Filter'],
    [/empfehl|empfohlen|Empfehlung/i, 'Vorschlag'],
    [/zurück(nehmen|genommen|setzen|rollen)|widerruf/i, 'rückgängig machen'],
    [/\b(Konto|Konten|Portal)\b/, 'Account'],
    [/Zeit(leiste|achse)|Timeline/, 'Chronik'],
    [/anklick|ankreuz|markier|aussuch/i, 'auswählen'],
    [/\b(du|dein(e|en|em|er)?|dir|dich)\b/i, 'Sie, Ihr'],
    [/["']|(?<=\p{L})’(?=\p{L})|\.\.\./u, '„…“, …'],
    [/ …/, 'geschütztes Leerzeichen vor …'],
  ],
  fr: [
    [/\b(re)?li(er|ens?|ées?)\b|\bliés?\b|\brelié/i, 'associer, association ; pour une adresse : URL'],
    [/\b(rattach|connect(er|é)|joindre|relations?\b)/i, 'associer, association'],
    [
      /\b(sociétés?|firmes?|affaires?|deals?|enregistrements?(?! de la note)|dossiers?)\b/i,
      'entreprise, transaction, fiche',
    ],
    [/\blistes? (de|des) (contacts|entreprises|transactions|tickets|membres)\b/i, 'segment'],
    [/étiquette|\blabels?\b(?!\})/i, 'libellé'],
    [/\b(champs?|attributs?|caractéristiques?)\b/i, 'propriété'],
    [/\bcritères?\b/i, 'filtre'],
    [/\brecommand/i, 'suggestion'],
    [/\b(défaire|rétablir|révoquer)\b/i, 'annuler'],
    [/\b(effac|dissoci|détach|enlev)/i, 'supprimer ; pour la sélection : retirer'],
    [/\b(choi(x|s)|cocher|cochez)/i, 'sélectionner, sélection'],
    [/(?<!\p{L})(tu|toi|ton|tes)(?!\p{L})/iu, 'vous'],
    [/["']|\.\.\./, '’, «   », …'],
    [/(?<!\u202f)[:;!?»]|«(?!\u202f)/u, 'espace fine insécable'],
  ],
  es: [
    [/(?<!\p{L})enla[cz]/iu, 'asociar, asociación; de una dirección: URL'],
    [/vincul|conectar|conecta(d|n)|relacion|(?<!\p{L})ligar/iu, 'asociar, asociación'],
    [/desasoci|disoci/iu, 'quitar la asociación'],
    [
      /(elimin|borr|suprim)\p{L}* (la|las|una|\{n\}) (asociaci|etiqueta)/iu,
      'quitar: eliminado es un registro',
    ],
    [/listas? de (contactos|empresas|negocios|tickets|miembros)/iu, 'segmento'],
    [/(?<!\p{L})(campos?|atributos?)(?!\p{L})/iu, 'propiedad'],
    [/criterio/iu, 'filtro'],
    [/recomend/iu, 'sugerir, sugerencia'],
    [/revert|revierte|anula/iu, 'deshacer'],
    [/(?<!\p{L})(elegir|elige|eleg|escog)/iu, 'seleccionar'],
    [/compañía|(?<!\p{L})organizaci/iu, 'empresa'],
    [/(?<!\p{L})(oportunidad|oferta|trato)/iu, 'negocio'],
    [/tíquet|(?<!\p{L})boleto/iu, 'ticket'],
    [/flujos? de trabajo/iu, 'workflow'],
    [/línea de tiempo/iu, 'cronología'],
    [/(?<!\p{L})e-?mail/iu, 'correo'],
    [/añad/iu, 'agregar'],
    [/comprob|comprueb/iu, 'verificar'],
    [/(?<!\p{L})cifra/iu, 'dígito'],
    [/introduc|introduz/iu, 'ingresar'],
    [/(?<!\p{L})fallo/iu, 'problema'],
    [/(?<!\p{L})usted/iu, 'tú'],
    [/["'«»]|\.\.\./, '“…”, …'],
  ],
  'pt-br': [
    [/vincul|conect|relacion|(?<!\p{L})ligar/iu, 'associar, associação; de um endereço: URL'],
    [/(?<!\p{L})links?(?!\p{L})/iu, 'URL'],
    [/desassoci|dissoci/iu, 'remover a associação'],
    [/etiqueta|(?<!\p{L})marcador/iu, 'rótulo'],
    [/listas? de (contatos|empresas|negócios|tickets|membros)/iu, 'segmento'],
    [/(?<!\p{L})(campos?|atributos?)(?!\p{L})/iu, 'propriedade'],
    [/critério/iu, 'filtro'],
    [/recomend/iu, 'sugerir, sugestão'],
    [/revert|anula/iu, 'desfazer'],
    [/(?<!\p{L})escolh/iu, 'selecionar'],
    [/companhia|organizaç/iu, 'empresa'],
    [/(?<!\p{L})(oportunidade|oferta|transaç)/iu, 'negócio'],
    [/tíquete|bilhete|ingresso/iu, 'ticket'],
    [/workflow/iu, 'fluxo de trabalho'],
    [/cronograma|cronologia/iu, 'linha do tempo'],
    [/(?<!\p{L})notas?(?!\p{L})/iu, 'observação'],
    [/(?<!\p{L})email/iu, 'e-mail'],
    [/apagar|apagad|deletar/iu, 'excluir; uma associação: remover'],
    [/localiz/iu, 'pesquisar: não localizado é não encontrado'],
    [/algarismo/iu, 'dígito'],
    [/(?<!\p{L})repetir/iu, 'tentar novamente'],
    [/["'«»]|\.\.\./, '“…”, …'],
    // European Portuguese.
    [
      /(?<!\p{L})(registos?|contactos?|utilizador|ficheiro|guardar|ecrã)/iu,
      'registro, contato, usuário, arquivo, salvar, tela',
    ],
  ],
};

const forms = (message: Message) => (typeof message === 'string' ? [message] : Object.values(message));

describe.each(languages)('the words of the language %s', (language) => {
  const shared = language === 'en' ? en : { ...faces[language], ...panels[language] };
  const { outcome, types, ...note } = notes[language];
  const noted = Object.entries({ ...note, ...outcome, ...types }).map(([key, text]) => [`note ${key}`, text]);
  const messages: Readonly<Record<string, Message>> = {
    ...shared,
    ...actionMessages(language),
    ...backEndMessages(language),
    ...Object.fromEntries(noted),
  };
  const rules = unused[language] ?? [];

  it('have a list of words that are not used', () => expect(rules).not.toEqual([]));

  it.each(rules)('leave out %s', (word, instead) => {
    const wrong = Object.entries(messages)
      .filter(([, message]) => forms(message).some((form) => word.test(form)))
      .map(([key]) => `${key}: use “${instead}”`);
    expect(wrong).toEqual([]);
  });
});
