import type { ActionMessages } from '../messages';

/** The messages of the bulk action in Japanese. */
export const ja: ActionMessages = {
  actionSelected: '一覧で選択されているレコード：{records}',
  actionRepeated: 'そのうち{n}件は一覧で重複していました。重複分は数えません。',
  actionUnreadable: '他に{n}件は、HubSpotから正確なIDが渡されなかったため対象外です。',
  actionNone: 'レコードが選択されていません',
  actionNoneText: '一覧でレコードを選択してから、もう一度この操作を始めてください。',
  actionKeepOpen:
    '処理が終わるまでこのパネルを閉じないでください。閉じると処理が中断されます。完了した分はそのまま残ります。',
  actionDone: 'このパネルは閉じてもかまいません。変更は、一覧を再読み込みすると表示されます。',
  actionReload: '一覧を再読み込み',
  anchorTitle_associate: 'どのレコードに関連付けますか？',
  anchorTitle_remove: 'どのレコードとの関連付けを解除しますか？',
  anchorsTogether: '{records}',
  anchorLabelHint: '下で選択するレコードで、一覧のレコードの横に表示されるラベルです。',
  anchorNone: '下で1件以上選択してください。',
  anchorRemove: '{name}を除外',
  anchorFull: 'ここで選択できる上限の{most}件に達しました。',
  anchorName: 'レコード1件のID、URL、名前、Eメール、またはドメイン',
  anchorNotFound: 'このアカウントに該当するレコードがないか、削除されています。',
  anchorUnreadable: 'このオブジェクトタイプのレコードとして読み取れません。',
  anchorOnlyOne: '複数の値である可能性があります。1件ずつ照合し、IDは区切り文字なしで入力してください。',
  anchorSeveral: '複数のレコードに該当します。対象のレコードを選択してください。',
  anchorSuggested: '選択したコンタクトのEメールドメインを持つ会社',
  anchorLeftOut: 'そのうち{n}件は、確認画面で除外したとおり対象外です。',
  anchorPairs: '{records} × {anchors} = 関連付け{n}件',
};
