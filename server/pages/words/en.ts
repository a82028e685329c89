import type { Words } from './words';

const again = 'Install again';

export const en: Words = {
  install: {
    installed: {
      title: 'Bulk Associate is installed',
      text: 'One thing is left to do: show the card to your team.',
      steps: [
        'In HubSpot, open a contact, company, deal or ticket.',
        'Choose Customize, as an admin, and open the record view your team uses.',
        'Add the card Bulk Associate, to the middle column as a tab or to the sidebar, and save.',
        'Open a record and press {open}.',
      ],
      link: 'Go to HubSpot',
    },
    declined: {
      title: 'Bulk Associate was not installed',
      text: 'You cancelled at HubSpot. Nothing was changed and nothing was stored.',
      link: again,
    },
    stale: {
      title: 'This install cannot be finished here',
      text: 'It was begun too long ago, in another browser, or not on our install page. Nothing was stored.',
      link: again,
    },
    refused: {
      title: 'HubSpot did not confirm the install',
      text: 'The confirmation was used before or is too old. If the card does not work, install the app again.',
      link: again,
    },
    hubspotUnavailable: {
      title: 'HubSpot did not answer',
      text: 'The install could not be finished. Wait a minute, then install again.',
      link: again,
    },
    databaseUnavailable: {
      title: 'We cannot finish the install right now',
      text: 'Our database is out of reach. Nothing was stored. Wait a minute, then install again.',
      link: again,
    },
  },
  admin: {
    title: 'Who may use Bulk Associate',
    intro: (account) => `HubSpot account ${account}. What you save here holds at once, on every record page.`,
    who: 'Who may use the card',
    allowed: {
      everyone: 'Everyone who sees the card',
      named: 'Only the people and admins named below',
      admins: 'Only the admins named below',
    },
    rights:
      'HubSpot lets an app act with the app’s own rights. It does not check whether the person may edit associations.',
    teams: 'Teams cannot be chosen: HubSpot does not tell this app which teams a person is in.',
    ask: 'Whom should other people ask?',
    askHint: 'Shown to people who may not use the card, for example: Dana in Sales Operations.',
    save: 'Save',
    people: 'People',
    person: 'Person',
    role: 'Role',
    change: 'Change',
    user: (id) => `HubSpot user ${id}`,
    you: 'you',
    pending: (hint) => `${hint} (has not used the card yet)`,
    roles: { user: 'May use the card', admin: 'Admin: may use the card and change this page' },
    remove: 'Remove',
    removeOf: (person) => `Remove ${person}`,
    name: 'Name a person',
    nameField: 'Email address in HubSpot, or HubSpot user ID',
    nameHint:
      'The address is not stored. The person is recognized by it when they next use the card. To change a role, name the person again.',
    add: 'Add',
    runs: 'Runs',
    runsText: (days) =>
      `Record ids and outcomes of runs are kept for ${days} days, so that people can look at a run and undo it.`,
    confirm: 'I know that deleted runs cannot be undone any more.',
    deleteRuns: 'Delete all runs',
    done: {
      saved: 'Saved.',
      named: 'The person is named.',
      removed: 'The person is removed.',
      deleted: 'All runs are deleted. Runs that were in progress have been stopped.',
    },
    errors: {
      who: 'Enter an email address, or a HubSpot user ID: digits only. Nothing was changed.',
      ask: 'Use at most 200 characters to say whom people should ask. Nothing was changed.',
      too_many: 'No more than 500 people can be named. Nothing was changed.',
      last_admin: 'At least one admin who has used the card must stay. Nothing was changed.',
      unconfirmed: 'Tick the box to confirm. Nothing was deleted.',
    },
    expiredTitle: 'Open this page from the card',
    expired:
      'The link was opened before or is older than five minutes, or you are no longer an admin of this app. Open the settings in the card again.',
    unavailableTitle: 'This page cannot be shown right now',
    unavailable:
      'Our database is out of reach. Nothing was changed. Wait a minute, then load the page again.',
  },
};
