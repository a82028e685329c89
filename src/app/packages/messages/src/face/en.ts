/**
 * The messages of the card that are drawn before any is loaded, in English: the card on the record page, and the errors
 * that come without an answer. They are in the card's bundle in every language, so each of them costs every user.
 *
 * `{name}` is a placeholder. An object holds the plural forms for `{n}` (see `Intl.PluralRules`). The part of a key after
 * an underscore is a value in the code: `problem_NO_ANSWER` is the message for the error `NO_ANSWER`. Every language has
 * these keys and, in each message, these placeholders.
 */
export const en = {
  // HubSpot's own object types within a sentence. A heading writes the first letter as a capital.
  Contacts: 'Contacts',
  Companies: 'Companies',
  Deals: 'Deals',
  Tickets: 'Tickets',
  thisRecord: 'this record',

  // The card itself.
  faceLead: 'Associate many records with {record} in one go, and see the outcome of each.',
  faceCountMore: 'more than {n}',
  faceCountFailed: 'not known',
  faceOpen: 'Associate records',
  faceShowSuggested: 'Show suggestions',

  // The title of the panel, and what the card says while it waits or after an error.
  panel_title_associate: 'Associate records with {record}',
  panel_title_remove: 'Remove associations with {record}',
  loading: 'Loading…',
  tryAgain: 'Try again',
  detailed: '{what} ({detail})',
  forSupport: 'For HubSpot support: {id}',

  // Errors with which other messages may not come either.
  problem_NO_ANSWER: 'No answer',
  problem_NO_ANSWER_text: 'Your connection may be down, or the app is slow. Try again.',
  problem_HUBSPOT_UNAVAILABLE: 'Not available now',
  problem_HUBSPOT_UNAVAILABLE_text: 'HubSpot or the app has a fault. Try again in a minute.',
  problemRecord: 'HubSpot gave no exact ID of this record.',
  problemNothing: 'Nothing can be associated',
  problemNothingText:
    'This account defines no association with {record}. An admin can add one in the data model.',
} as const;
