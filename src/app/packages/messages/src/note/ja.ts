import type { NoteMessages } from '../messages';

/** What a note on a record's timeline says of a run, in Japanese. */
export const ja: NoteMessages = {
  associate: 'このレコードに関連付けた{objects}：{n}件',
  associate_label: 'ラベル「{label}」を付けてこのレコードに関連付けた{objects}：{n}件',
  remove: 'このレコードとの関連付けを解除した{objects}：{n}件',
  remove_label: 'このレコードとの関連付けからラベル「{label}」を外した{objects}：{n}件',
  undo_associate: '元に戻しました：このレコードに関連付けた{objects}：{n}件',
  undo_associate_label: '元に戻しました：ラベル「{label}」を付けてこのレコードに関連付けた{objects}：{n}件',
  undo_remove: '元に戻しました：このレコードとの関連付けを解除した{objects}：{n}件',
  undo_remove_label: '元に戻しました：このレコードとの関連付けからラベル「{label}」を外した{objects}：{n}件',
  outcomes: '結果：{summary}',
  count: '{word}{n}件',
  outcome: {
    associated: '関連付け完了',
    removed: '解除済み',
    already: '以前から関連付け済み',
    absent: '以前から関連付けなし',
    failed: '失敗',
    unconfirmed: '未確定',
    not_sent: '未送信',
    kept: 'ラベルがあるため保持',
    skipped: '対象外',
    undone: '元に戻し済み',
  },
  types: { Contacts: 'コンタクト', Companies: '会社', Deals: '取引', Tickets: 'チケット' },
  by: '実行者：{user}',
  byAsTold: '実行者：{user}（カードの情報による。未確認）',
  run: 'Bulk Associate、実行ID {key}、{time}',
  more: '他{n}件',
};
