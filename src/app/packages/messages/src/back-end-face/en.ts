/**
 * The messages of what only the hosted back end offers and that are drawn before the panel is open, in English. As `face/en.ts`,
 * they are in the bundle of the marketplace edition in every language.
 */
export const en = {
  runGoesOn: 'You can close this page; the run goes on.',
  runGoesOnForList:
    'You can close this panel; the run goes on. Its result is in the history of each record that you selected here.',
  going_run: 'A run is going on: {done} of {total}',
  going_undo: 'A run is being undone: {done} of {total}',
  goingMany: '{n} runs are going on. The history shows each of them.',
  history: 'History',
  historyTitle: 'Runs on {record}',
  refused_not_allowed: 'You may not use this app',
  ask: 'Ask: {ask}',
  askAdmin: 'Ask the admin of this app, or the person who installed it.',
} as const;
