/**
 * The messages of the panel for what only the hosted back end offers, in English: runs that it carries out by itself, and who
 * may use the app. The private edition does not have them. As with `panel/en.ts`, the bundle has no other language.
 */
export const en = {
  runLeave: 'Select other records meanwhile',
  historyText: 'What was done from this record, the newest first.',
  historyNone: 'No runs',
  historyNoneText: 'Runs that were started from this record are listed here until they are deleted.',
  historyYou: 'You',
  historyUser: 'User {id}',
  historyDeletedAt: 'Kept until {date}',
  historyStopped: 'stopped',
  historyOpen: 'Show result',
  historyBack: 'Back to the history',
  historyDelete: 'Delete',
  historyDeleteAsk:
    'Delete this entry? What the run did in HubSpot stays. It cannot be undone from here any more.',
  historyDeleteAll: 'Delete all runs of this account',
  historyDeleteAllAsk:
    'Delete the runs of all records of this account? What they did in HubSpot stays. None can be undone from here any more.',
  admin: 'Who may use this app',
  adminOpen: 'Open the page (its URL works once)',
  refused_not_admin: 'Only an admin of this app may do this',
  refused_run_gone: 'This run is not kept any more',
  refused_run_gone_text: 'It was deleted. What it did in HubSpot stays.',
  refused_run_busy: 'This run has not ended',
  refused_run_busy_text: 'Wait until it has, or stop it.',
  refused_run_incomplete: 'The run could not be handed over',
  refused_run_incomplete_text: 'Not all records of it have arrived. Nothing was done. Start it again.',
  refused_too_many_runs: 'Too many runs are going on in this account',
  refused_too_many_runs_text: 'Wait until some have ended. Nothing was done.',
} as const;
