/** What a note on a record's timeline says of a run, in English. `{records}` is a number of records: "3 contacts". */
export const en = {
  associate: 'Associated with this record: {records}',
  associate_label: 'Associated with this record, with the label “{label}”: {records}',
  remove: 'No longer associated with this record: {records}',
  remove_label: 'Label “{label}” removed from the associations with this record: {records}',
  undo_associate: 'Undone: associating with this record: {records}',
  undo_associate_label: 'Undone: associating with this record, with the label “{label}”: {records}',
  undo_remove: 'Undone: removing associations with this record: {records}',
  undo_remove_label: 'Undone: removing the label “{label}” from associations with this record: {records}',
  outcomes: 'Outcome: {summary}',
  by: 'By {user}',
  byAsTold: 'By {user} (as stated by the card, not verified)',
  run: 'Bulk Associate, run {key}, {time}',
  more: 'and {n} more',
} as const;
