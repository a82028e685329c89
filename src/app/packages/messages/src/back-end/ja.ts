import type { BackEndMessages } from '../messages';

/** The messages of what only the hosted back end offers, in Japanese. */
export const ja: BackEndMessages = {
  runGoesOn: 'このページを閉じても、処理は続きます。',
  runGoesOnForList:
    'このパネルを閉じても、処理は続きます。結果は、ここで選択した各レコードの履歴に表示されます。',
  runLeave: 'その間に別のレコードを選択',
  going_run: '処理を実行中です：{total}件中{done}件',
  going_undo: '処理を元に戻しています：{total}件中{done}件',
  goingMany: '{n}件の処理を実行中です。それぞれの状況は履歴で確認できます。',
  history: '履歴',
  historyTitle: '{record}での実行履歴',
  historyText: 'このレコードから行われた処理です。新しいものから順に表示されます。',
  historyNone: '履歴はありません',
  historyNoneText: 'このレコードから行われた処理が、削除されるまでここに表示されます。',
  historyYou: 'あなた',
  historyUser: 'ユーザー{id}',
  historyDeletedAt: '{date}まで保存',
  historyStopped: '停止',
  historyOpen: '結果を表示',
  historyBack: '履歴に戻る',
  historyDelete: '削除',
  historyDeleteAsk:
    'この履歴を削除しますか？HubSpotでの変更はそのまま残りますが、ここから元に戻すことはできなくなります。',
  historyDeleteAll: 'このアカウントの履歴をすべて削除',
  historyDeleteAllAsk:
    'このアカウントのすべてのレコードの履歴を削除しますか？HubSpotでの変更はそのまま残りますが、ここから元に戻すことはできなくなります。',
  admin: 'このアプリを使用できるユーザー',
  adminOpen: 'ページを開く（URLは1回のみ有効）',
  refused_not_allowed: 'アプリを使用する権限がありません',
  refused_not_admin: 'この操作はアプリの管理者のみ行えます',
  refused_run_gone: 'この履歴は保存されていません',
  refused_run_gone_text: '削除されました。HubSpotでの変更はそのまま残っています。',
  refused_run_busy: 'この処理はまだ終わっていません',
  refused_run_busy_text: '終わるまで待つか、停止してください。',
  refused_run_incomplete: '処理を開始できませんでした',
  refused_run_incomplete_text:
    '一部のレコードが届いていません。何も変更されていません。もう一度始めてください。',
  refused_too_many_runs: 'このアカウントで実行中の処理が多すぎます',
  refused_too_many_runs_text: 'いくつか終わるまでお待ちください。何も変更されていません。',
  ask: 'お問い合わせ先：{ask}',
  askAdmin: 'アプリの管理者か、インストールした人にお問い合わせください。',
};
