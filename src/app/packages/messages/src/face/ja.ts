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
  faceShowProgress: '進行状況を表示',
  faceLast: '前回の実行（{time}）：{summary}。',
  faceShowLast: '前回の結果を表示',
  faceSuggested_email_domain: 'Eメールのドメインが{domain}のコンタクト{n}件が、まだ関連付けられていません。',
  faceSuggestedMore_email_domain:
    'Eメールのドメインが{domain}で、まだ関連付けられていないコンタクトが{n}件を超えています。',
  faceSuggested_company_domain:
    'このEメールのドメイン（{domain}）の会社{n}件が、まだ関連付けられていません。',
  faceSuggestedMore_company_domain:
    'このEメールのドメイン（{domain}）で、まだ関連付けられていない会社が{n}件を超えています。',
  faceSuggestedRenamed: 'ドメインが{domain}で、まだ関連付けられていない{types}：{count}',
  faceShowSuggested: 'おすすめを表示',

  panel_title_associate: '{record}にレコードを関連付ける',
  panel_title_remove: '{record}との関連付けを解除する',
  loading: '読み込んでいます…',
  tryAgain: 'もう一度試す',
  detailed: '{what}（{detail}）',
  forSupport: 'HubSpotサポート用ID：{id}',

  problem_MISSING_SCOPES: 'アプリに必要な権限がありません',
  problem_MISSING_SCOPES_text: 'HubSpotアカウントの管理者に、アプリの再インストールを依頼してください。',
  problem_UNAUTHORIZED: 'アプリはこのアカウントにアクセスできません',
  problem_UNAUTHORIZED_text: 'HubSpotアカウントの管理者に、アプリのインストールを依頼してください。',
  problem_DAILY_LIMIT: '1日の上限に達しました',
  problem_DAILY_LIMIT_text:
    'このアカウントの本日のHubSpot API呼び出しは上限に達しました。{time}以降に再開してください。',
  midnight: '午前0時（{zone}）',
  problem_RATE_LIMITED: 'HubSpotが混み合っています',
  problem_RATE_LIMITED_text:
    'このアカウントで多くのアプリが動作しています。1分ほどしてからもう一度お試しください。',
  problem_NO_ANSWER: '応答がありません',
  problem_NO_ANSWER_text:
    '接続が切れているか、アプリの応答が遅れている可能性があります。もう一度お試しください。',
  problem_HUBSPOT_UNAVAILABLE: '現在利用できません',
  problem_HUBSPOT_UNAVAILABLE_text:
    'HubSpotまたはアプリで障害が発生しています。1分ほどしてからもう一度お試しください。',
  problem_INTERNAL: 'アプリで問題が発生しました',
  problem_INTERNAL_text:
    'お客様の操作によるものではありません。もう一度試しても解決しない場合は、アプリの担当者にご連絡ください。',
  problem_HUBSPOT_REJECTED: 'HubSpotに拒否されました',
  problemRecord: 'HubSpotからこのレコードの正確なIDを取得できませんでした。',
  problemNothing: '関連付けできるものがありません',
  problemNothingText:
    'このアカウントには、{record}との関連付けが定義されていません。管理者がデータモデルで定義できます。',
};
