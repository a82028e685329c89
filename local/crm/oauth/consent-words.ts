import type { ConsentRefusal } from './authorize';

/** The languages of the consent page. */
export type Language = 'en' | 'ja';

interface ConsentWords {
  title: string;
  asks: string;
  account: string;
  required: string;
  optional: string;
  allow: string;
  deny: string;
  note: string;
  failed: string;
  refusals: Record<ConsentRefusal, string>;
  scopes: Record<string, string>;
}

const en: ConsentWords = {
  title: 'Connect {app} to HubSpot',
  asks: '{app} asks for access to your account:',
  account: 'Account',
  required: 'It needs',
  optional: 'It can also use',
  allow: 'Connect app',
  deny: 'Cancel',
  note: 'A stand-in for HubSpot’s own page. Signed in as {user}.',
  failed: 'The connection could not be made',
  refusals: {
    unknownClient: 'HubSpot knows no app with this client_id. Tell the developer of the app.',
    otherRedirect:
      'The redirect_uri is none of those registered for this app. Tell the developer of the app.',
    scopeMismatch: 'The scopes asked for differ from those of this app. Tell the developer of the app.',
    accountLacks: 'This account cannot grant all that the app needs.',
  },
  scopes: {
    oauth: 'Basic access to the account',
    'crm.objects.contacts.read': 'View contacts',
    'crm.objects.contacts.write': 'Edit contacts',
    'crm.objects.companies.read': 'View companies',
    'crm.objects.companies.write': 'Edit companies',
    'crm.objects.deals.read': 'View deals',
    'crm.objects.deals.write': 'Edit deals',
    tickets: 'View and edit tickets',
    'crm.lists.read': 'View segments',
    'crm.objects.custom.read': 'View records of custom objects',
    'crm.objects.custom.write': 'Edit records of custom objects',
    'crm.schemas.custom.read': 'View definitions of custom objects',
  },
};

const ja: ConsentWords = {
  title: '{app}をHubSpotに接続',
  asks: '{app}がアカウントへのアクセスを求めています。',
  account: 'アカウント',
  required: '必要な権限',
  optional: '任意の権限',
  allow: 'アプリを接続',
  deny: 'キャンセル',
  note: 'HubSpotの画面の代わりです。{user}としてログインしています。',
  failed: '接続できませんでした',
  refusals: {
    unknownClient: 'このclient_idのアプリはありません。アプリの開発者に連絡してください。',
    otherRedirect: 'redirect_uriがこのアプリに登録されていません。アプリの開発者に連絡してください。',
    scopeMismatch: '要求されたスコープがこのアプリのものと一致しません。アプリの開発者に連絡してください。',
    accountLacks: 'このアカウントでは、アプリに必要な権限をすべて許可できません。',
  },
  scopes: {
    oauth: 'アカウントへの基本アクセス',
    'crm.objects.contacts.read': 'コンタクトの閲覧',
    'crm.objects.contacts.write': 'コンタクトの編集',
    'crm.objects.companies.read': '会社の閲覧',
    'crm.objects.companies.write': '会社の編集',
    'crm.objects.deals.read': '取引の閲覧',
    'crm.objects.deals.write': '取引の編集',
    tickets: 'チケットの閲覧と編集',
    'crm.lists.read': 'セグメントの閲覧',
    'crm.objects.custom.read': 'カスタムオブジェクトのレコードの閲覧',
    'crm.objects.custom.write': 'カスタムオブジェクトのレコードの編集',
    'crm.schemas.custom.read': 'カスタムオブジェクトの定義の閲覧',
  },
};

const languages: Record<Language, ConsentWords> = { en, ja };

/** The language of the page for the browser's `accept-language` header. */
export function consentLanguage(acceptLanguage: string | undefined): Language {
  return /^ja\b/i.test(acceptLanguage ?? '') ? 'ja' : 'en';
}

/** The texts of the page. A scope without a text is shown by its name. */
export function consentWords(language: Language): ConsentWords {
  return languages[language];
}
