import type { BackEndFaceMessages } from '../messages';

/** The messages of what only the hosted back end offers and that are drawn before the panel is open, in Japanese. */
export const ja: BackEndFaceMessages = {
  runGoesOn: 'このページを閉じても、処理は続きます。',
  runGoesOnForList:
    'このパネルを閉じても、処理は続きます。結果は、ここで選択した各レコードの履歴に表示されます。',
  going_run: '処理を実行中です：{total}件中{done}件',
  going_undo: '処理を元に戻しています：{total}件中{done}件',
  goingMany: '{n}件の処理を実行中です。それぞれの状況は履歴で確認できます。',
  history: '履歴',
  historyTitle: '{record}での実行履歴',
  refused_not_allowed: 'アプリを使用する権限がありません',
  ask: 'お問い合わせ先：{ask}',
  askAdmin: 'アプリの管理者か、インストールした人にお問い合わせください。',
};
