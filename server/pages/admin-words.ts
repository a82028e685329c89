import type { Allowance, Role } from '../access/access';
import type { Language } from './page-words';

/** What the page for admins has done. */
export const adminDone = ['saved', 'named', 'removed', 'deleted'] as const;
export type AdminDone = (typeof adminDone)[number];
/** What the page for admins cannot do. */
export const adminErrors = ['who', 'ask', 'too_many', 'last_admin', 'unconfirmed'] as const;
export type AdminError = (typeof adminErrors)[number];

/** The texts of the page for admins. */
export interface AdminWords {
  title: string;
  intro: (account: string) => string;
  who: string;
  allowed: Record<Allowance, string>;
  rights: string;
  teams: string;
  ask: string;
  askHint: string;
  save: string;
  people: string;
  person: string;
  role: string;
  change: string;
  user: (id: string) => string;
  you: string;
  pending: (hint: string) => string;
  roles: Record<Role, string>;
  remove: string;
  removeOf: (person: string) => string;
  name: string;
  nameField: string;
  nameHint: string;
  add: string;
  runs: string;
  runsText: (days: number) => string;
  confirm: string;
  deleteRuns: string;
  done: Record<AdminDone, string>;
  errors: Record<AdminError, string>;
  expiredTitle: string;
  expired: string;
  unavailableTitle: string;
  unavailable: string;
}

const en: AdminWords = {
  title: 'Who may use Bulk Associate',
  intro: (account) => `HubSpot account ${account}. What you save here holds at once, on every record page.`,
  who: 'Who may use the card',
  allowed: {
    everyone: 'Everyone who sees the card',
    named: 'Only the people and admins named below',
    admins: 'Only the admins named below',
  },
  rights:
    'HubSpot lets an app act with the app’s own rights. It does not check whether the person may edit associations.',
  teams: 'Teams cannot be chosen: HubSpot does not tell this app which teams a person is in.',
  ask: 'Whom should other people ask?',
  askHint: 'Shown to people who may not use the card, for example: Dana in Sales Operations.',
  save: 'Save',
  people: 'People',
  person: 'Person',
  role: 'Role',
  change: 'Change',
  user: (id) => `HubSpot user ${id}`,
  you: 'you',
  pending: (hint) => `${hint} (has not used the card yet)`,
  roles: { user: 'May use the card', admin: 'Admin: may use the card and change this page' },
  remove: 'Remove',
  removeOf: (person) => `Remove ${person}`,
  name: 'Name a person',
  nameField: 'Email address in HubSpot, or HubSpot user ID',
  nameHint:
    'The address is not stored. The person is recognized by it when they next use the card. To change a role, name the person again.',
  add: 'Add',
  runs: 'Runs',
  runsText: (days) =>
    `Record ids and outcomes of runs are kept for ${days} days, so that people can look at a run and undo it.`,
  confirm: 'I know that deleted runs cannot be undone any more.',
  deleteRuns: 'Delete all runs',
  done: {
    saved: 'Saved.',
    named: 'The person is named.',
    removed: 'The person is removed.',
    deleted: 'All runs are deleted. Runs that were in progress have been stopped.',
  },
  errors: {
    who: 'Enter an email address, or a HubSpot user ID: digits only. Nothing was changed.',
    ask: 'Use at most 200 characters to say whom people should ask. Nothing was changed.',
    too_many: 'No more than 500 people can be named. Nothing was changed.',
    last_admin: 'At least one admin who has used the card must stay. Nothing was changed.',
    unconfirmed: 'Tick the box to confirm. Nothing was deleted.',
  },
  expiredTitle: 'Open this page from the card',
  expired:
    'The link was opened before or is older than five minutes, or you are no longer an admin of this app. Open the settings in the card again.',
  unavailableTitle: 'This page cannot be shown right now',
  unavailable: 'Our database is out of reach. Nothing was changed. Wait a minute, then load the page again.',
};

const ja: AdminWords = {
  title: 'Bulk Associateを使用できるユーザー',
  intro: (account) =>
    `HubSpotアカウント${account}。ここで保存した内容は、すべてのレコードページにすぐに反映されます。`,
  who: 'カードを使用できるユーザー',
  allowed: {
    everyone: 'カードが表示されるすべてのユーザー',
    named: '以下に登録したユーザーと管理者のみ',
    admins: '以下に登録した管理者のみ',
  },
  rights:
    'HubSpotでは、アプリはアプリ自身の権限で動作します。ユーザーに関連付けの編集権限があるかどうかは確認されません。',
  teams:
    'チームは選択できません。ユーザーがどのチームに属しているかは、HubSpotからこのアプリに通知されません。',
  ask: '使用できないユーザーの問い合わせ先',
  askHint: 'カードを使用できないユーザーに表示されます（例：営業企画の田中）。',
  save: '保存',
  people: 'ユーザー',
  person: 'ユーザー',
  role: '役割',
  change: '変更',
  user: (id) => `HubSpotユーザー ${id}`,
  you: 'あなた',
  pending: (hint) => `${hint}（まだカードを使用していません）`,
  roles: { user: 'カードを使用できる', admin: '管理者：カードの使用とこのページの変更ができる' },
  remove: '削除',
  removeOf: (person) => `${person}を削除`,
  name: 'ユーザーを登録',
  nameField: 'HubSpotでのEメールアドレス、またはHubSpotユーザーID',
  nameHint:
    'アドレスは保存されません。そのユーザーが次にカードを使用したときに照合されます。役割を変更するには、同じユーザーをもう一度登録してください。',
  add: '追加',
  runs: '実行履歴',
  runsText: (days) => `実行内容を確認して元に戻せるように、レコードIDと結果を${days}日間保存しています。`,
  confirm: '削除した実行は元に戻せなくなることを理解しました。',
  deleteRuns: 'すべての実行履歴を削除',
  done: {
    saved: '保存しました。',
    named: 'ユーザーを登録しました。',
    removed: 'ユーザーを削除しました。',
    deleted: 'すべての実行履歴を削除しました。進行中の実行は停止しました。',
  },
  errors: {
    who: 'Eメールアドレス、またはHubSpotユーザーID（数字のみ）を入力してください。何も変更されていません。',
    ask: '問い合わせ先は200文字以内で入力してください。何も変更されていません。',
    too_many: '登録できるユーザーは500人までです。何も変更されていません。',
    last_admin: 'カードを使用したことのある管理者が1人以上必要です。何も変更されていません。',
    unconfirmed: '確認のチェックボックスをオンにしてください。何も削除されていません。',
  },
  expiredTitle: 'カードからこのページを開いてください',
  expired:
    'リンクが使用済みか、5分以上経過しているか、あなたがこのアプリの管理者ではなくなっています。カードの設定からもう一度開いてください。',
  unavailableTitle: '現在このページを表示できません',
  unavailable:
    'データベースに接続できません。何も変更されていません。1分ほど待ってから、ページを再読み込みしてください。',
};

const words: Record<Language, AdminWords> = { en, ja };

/** The texts of the page for admins in a language. */
export function adminWords(language: Language): AdminWords {
  return words[language];
}
