import type { NoteMessages } from '../messages';

/** What a note on a record's timeline says of a run, in Japanese. */
export const ja: NoteMessages = {
  associate: 'このレコードに関連付けました：{records}',
  associate_label: 'ラベル「{label}」を付けて、このレコードに関連付けました：{records}',
  remove: 'このレコードとの関連付けを解除しました：{records}',
  remove_label: 'このレコードとの関連付けからラベル「{label}」を削除しました：{records}',
  undo_associate: 'このレコードへの関連付けを元に戻しました：{records}',
  undo_associate_label: 'ラベル「{label}」を付けたこのレコードへの関連付けを元に戻しました：{records}',
  undo_remove: 'このレコードとの関連付けの解除を元に戻しました：{records}',
  undo_remove_label: 'このレコードとの関連付けからのラベル「{label}」の削除を元に戻しました：{records}',
  outcomes: '結果：{summary}',
  by: '実行者：{user}',
  byAsTold: '実行者：{user}（カードの情報による。未確認）',
  run: 'Bulk Associate、実行ID {key}、{time}',
  more: 'ほか{n}件',
};
