/** The messages of the bulk action beside those of the panel, in English. See `panel/en.ts`. */
export const en = {
  actionSelected: 'Selected in the list: {records}',
  actionRepeated: {
    one: 'The list named {n} of them twice; it counts once.',
    other: 'The list named {n} of them twice; each counts once.',
  },
  actionUnreadable: {
    one: '{n} more is left out, because HubSpot gave no exact ID of it.',
    other: '{n} more are left out, because HubSpot gave no exact IDs of them.',
  },
  actionNone: 'No record is selected',
  actionNoneText: 'Select records in the list, and start this action again.',
  actionKeepOpen:
    'Keep this panel open until the run has ended. Closing it ends the run; what was done stays.',
  actionDone: 'You can close this panel now. The list shows what has changed after it is loaded again.',
  actionReload: 'Reload the list',
  anchorTitle_associate: 'Which records should they be associated with?',
  anchorTitle_remove: 'From which records should their associations be removed?',
  // Several anchors, where the messages of the panel name a record.
  anchorsTogether: '{records}',
  anchorLabelHint: 'The label as the records that you select below show it beside those of the list.',
  anchorNone: 'Select at least one of them below.',
  anchorRemove: 'Remove {name}',
  anchorFull: 'These are {most}, the most that can be selected here.',
  anchorName: 'ID, URL, name, email or domain of one record',
  anchorNotFound: 'This account has no such record, or it was deleted.',
  anchorUnreadable: 'This cannot name a record of this object type.',
  anchorOnlyOne:
    'This may be more than one value. Look up one record at a time, and write an ID without separators.',
  anchorSeveral: 'This fits more than one record. Select the right one.',
  anchorSuggested: 'Companies with the email domain of the selected contacts',
  anchorLeftOut: {
    one: '{n} of these is left out, as in the review.',
    other: '{n} of these are left out, as in the review.',
  },
  anchorPairs: {
    one: '{records} × {anchors} = {n} association',
    other: '{records} × {anchors} = {n} associations',
  },
} as const;
