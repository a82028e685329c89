import type { BackEndMessages } from '../messages';

/** The messages of what only the hosted back end offers, in Japanese. */
export const ja: BackEndMessages = {
  runLeave: 'その間に別のレコードを選択',
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
};
