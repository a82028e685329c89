import type { FaceMessages } from '../messages';

export const ja: FaceMessages = {
  Contacts: 'コンタクト',
  Companies: '会社',
  Deals: '取引',
  Tickets: 'チケット',
  thisRecord: 'このレコード',

  faceLead: '多数のレコードをまとめて{record}に関連付け、1件ごとの結果を確認できます。',
  faceCountMore: '{n}件超',
  faceCountFailed: '不明',
  faceOpen: 'レコードを関連付ける',
  faceShowSuggested: 'おすすめを表示',

  panel_title_associate: '{record}にレコードを関連付ける',
  panel_title_remove: '{record}との関連付けを解除する',
  loading: '読み込んでいます…',
  tryAgain: 'もう一度試す',
  detailed: '{what}（{detail}）',
  forSupport: 'HubSpotサポート用ID：{id}',

  problem_NO_ANSWER: '応答がありません',
  problem_NO_ANSWER_text:
    '接続が切れているか、アプリの応答が遅れている可能性があります。もう一度お試しください。',
  problem_HUBSPOT_UNAVAILABLE: '現在利用できません',
  problem_HUBSPOT_UNAVAILABLE_text:
    'HubSpotまたはアプリで障害が発生しています。1分ほどしてからもう一度お試しください。',
  problemRecord: 'HubSpotからこのレコードの正確なIDを取得できませんでした。',
  problemNothing: '関連付けできるものがありません',
  problemNothingText:
    'このアカウントには、{record}との関連付けが定義されていません。管理者がデータモデルで定義できます。',
};
