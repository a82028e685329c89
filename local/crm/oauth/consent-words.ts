import { closestLanguage, textIn, type InEachLanguage, type Language } from '../languages';
import type { ConsentRefusal } from './authorize';

type Texts<Key extends string> = Record<Key, InEachLanguage>;

/** What the page says. */
const texts = {
  title: ['Connect {app} to HubSpot', '{app}をHubSpotに接続', '{app} mit HubSpot verbinden', 'Connecter {app} à HubSpot', 'Conectar {app} a HubSpot', 'Conectar {app} ao HubSpot'],
  asks: ['{app} asks for access to your account:', '{app}がアカウントへのアクセスを求めています。', '{app} bittet um Zugriff auf Ihren Account:', '{app} demande l’accès à votre compte :', '{app} solicita acceso a tu cuenta:', '{app} solicita acesso à sua conta:'],
  account: ['Account', 'アカウント', 'Account', 'Compte', 'Cuenta', 'Conta'],
  required: ['It needs', '必要な権限', 'Erforderlich', 'Autorisations requises', 'Permisos necesarios', 'Permissões necessárias'],
  optional: ['It can also use', '任意の権限', 'Optional', 'Autorisations facultatives', 'Permisos opcionales', 'Permissões opcionais'],
  allow: ['Connect app', 'アプリを接続', 'App verbinden', 'Connecter l’application', 'Conectar aplicación', 'Conectar aplicativo'],
  deny: ['Cancel', 'キャンセル', 'Abbrechen', 'Annuler', 'Cancelar', 'Cancelar'],
  note: ['A stand-in for HubSpot’s own page. Signed in as {user}.', 'HubSpotの画面の代わりです。{user}としてログインしています。', 'Ersatz für die Seite von HubSpot. Angemeldet als {user}.', 'Cette page remplace celle de HubSpot. Connecté en tant que {user}.', 'Sustituye a la página de HubSpot. Sesión iniciada como {user}.', 'Substitui a página do HubSpot. Conectado como {user}.'],
  failed: ['The connection could not be made', '接続できませんでした', 'Die Verbindung konnte nicht hergestellt werden', 'La connexion n’a pas pu être établie', 'No se pudo establecer la conexión', 'Não foi possível estabelecer a conexão'],
} satisfies Texts<string>; // prettier-ignore

const refusals: Texts<ConsentRefusal> = {
  unknownClient: ['HubSpot knows no app with this client_id. Tell the developer of the app.', 'このclient_idのアプリはありません。アプリの開発者に連絡してください。', 'HubSpot kennt keine App mit dieser client_id. Informieren Sie den Entwickler der App.', 'HubSpot ne connaît aucune application ayant ce client_id. Prévenez le développeur de l’application.', 'HubSpot no conoce ninguna aplicación con este client_id. Informa al desarrollador de la aplicación.', 'O HubSpot não conhece nenhum aplicativo com este client_id. Informe o desenvolvedor do aplicativo.'],
  otherRedirect: ['The redirect_uri is none of those registered for this app. Tell the developer of the app.', 'redirect_uriがこのアプリに登録されていません。アプリの開発者に連絡してください。', 'Die redirect_uri ist für diese App nicht registriert. Informieren Sie den Entwickler der App.', 'Le redirect_uri n’est pas enregistré pour cette application. Prévenez le développeur de l’application.', 'El redirect_uri no está registrado para esta aplicación. Informa al desarrollador de la aplicación.', 'O redirect_uri não está registrado para este aplicativo. Informe o desenvolvedor do aplicativo.'],
  scopeMismatch: ['The scopes asked for differ from those of this app. Tell the developer of the app.', '要求されたスコープがこのアプリのものと一致しません。アプリの開発者に連絡してください。', 'Die angeforderten Scopes sind nicht die dieser App. Informieren Sie den Entwickler der App.', 'Les périmètres demandés diffèrent de ceux de cette application. Prévenez le développeur de l’application.', 'Los ámbitos solicitados no son los de esta aplicación. Informa al desarrollador de la aplicación.', 'Os escopos solicitados não são os deste aplicativo. Informe o desenvolvedor do aplicativo.'],
  accountLacks: ['This account cannot grant all that the app needs.', 'このアカウントでは、アプリに必要な権限をすべて許可できません。', 'Dieser Account kann nicht alles gewähren, was die App benötigt.', 'Ce compte ne peut pas accorder tout ce dont l’application a besoin.', 'Esta cuenta no puede conceder todo lo que la aplicación necesita.', 'Esta conta não pode conceder tudo o que o aplicativo precisa.'],
}; // prettier-ignore

/** A scope without a text is shown by its name. */
const scopes: Texts<string> = {
  oauth: ['Basic access to the account', 'アカウントへの基本アクセス', 'Grundlegender Zugriff auf den Account', 'Accès de base au compte', 'Acceso básico a la cuenta', 'Acesso básico à conta'],
  'crm.objects.contacts.read': ['View contacts', 'コンタクトの閲覧', 'Kontakte anzeigen', 'Afficher les contacts', 'Ver contactos', 'Ver contatos'],
  'crm.objects.contacts.write': ['Edit contacts', 'コンタクトの編集', 'Kontakte bearbeiten', 'Modifier les contacts', 'Editar contactos', 'Editar contatos'],
  'crm.objects.companies.read': ['View companies', '会社の閲覧', 'Unternehmen anzeigen', 'Afficher les entreprises', 'Ver empresas', 'Ver empresas'],
  'crm.objects.companies.write': ['Edit companies', '会社の編集', 'Unternehmen bearbeiten', 'Modifier les entreprises', 'Editar empresas', 'Editar empresas'],
  'crm.objects.deals.read': ['View deals', '取引の閲覧', 'Deals anzeigen', 'Afficher les transactions', 'Ver negocios', 'Ver negócios'],
  'crm.objects.deals.write': ['Edit deals', '取引の編集', 'Deals bearbeiten', 'Modifier les transactions', 'Editar negocios', 'Editar negócios'],
  tickets: ['View and edit tickets', 'チケットの閲覧と編集', 'Tickets anzeigen und bearbeiten', 'Afficher et modifier les tickets', 'Ver y editar tickets', 'Ver e editar tickets'],
  'crm.lists.read': ['View segments', 'セグメントの閲覧', 'Segmente anzeigen', 'Afficher les segments', 'Ver segmentos', 'Ver segmentos'],
  'crm.objects.custom.read': ['View records of custom objects', 'カスタムオブジェクトのレコードの閲覧', 'Datensätze benutzerdefinierter Objekte anzeigen', 'Afficher les fiches d’objets personnalisés', 'Ver registros de objetos personalizados', 'Ver registros de objetos personalizados'],
  'crm.objects.custom.write': ['Edit records of custom objects', 'カスタムオブジェクトのレコードの編集', 'Datensätze benutzerdefinierter Objekte bearbeiten', 'Modifier les fiches d’objets personnalisés', 'Editar registros de objetos personalizados', 'Editar registros de objetos personalizados'],
  'crm.schemas.custom.read': ['View definitions of custom objects', 'カスタムオブジェクトの定義の閲覧', 'Definitionen benutzerdefinierter Objekte anzeigen', 'Afficher les définitions d’objets personnalisés', 'Ver definiciones de objetos personalizados', 'Ver definições de objetos personalizados'],
}; // prettier-ignore

/** The texts of the page in a language. */
export function consentWords(language: Language) {
  return {
    ...inOneLanguage(language, texts),
    refusals: inOneLanguage(language, refusals),
    scopes: inOneLanguage(language, scopes),
  };
}

function inOneLanguage<Key extends string>(language: Language, rows: Texts<Key>): Record<Key, string> {
  const entries = Object.entries<InEachLanguage>(rows).map(([key, row]) => [key, textIn(language, row)]);
  return Object.fromEntries(entries) as Record<Key, string>;
}

/** The first language of the browser's `accept-language` header that the page has; browsers send the preferred one first. */
export function consentLanguage(acceptLanguage = ''): Language {
  const known = acceptLanguage.split(',').flatMap((part) => {
    const [tag = ''] = part.split(';');
    return closestLanguage(tag.trim()) ?? [];
  });
  return known[0] ?? 'en';
}
