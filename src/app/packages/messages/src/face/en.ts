/**
 * The messages of the card that are drawn before its panel is open, in English: the card on the record page and its
 * errors. They are in the card's bundle in every language, so each of them costs every user.
 *
 * `{name}` is a placeholder. An object holds the plural forms for `{n}` (see `Intl.PluralRules`). The part of a key after
 * an underscore is a value in the code: `problem_INTERNAL` is the message for the error `INTERNAL`. Every language has
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
  faceShowProgress: 'Show progress',
  faceLast: 'Last run, {time}: {summary}.',
  faceShowLast: 'Show last result',
  faceSuggested_email_domain: {
    one: '{n} contact with the email domain {domain} is not associated yet.',
    other: '{n} contacts with the email domain {domain} are not associated yet.',
  },
  faceSuggestedMore_email_domain:
    'More than {n} contacts with the email domain {domain} are not associated yet.',
  faceSuggested_company_domain: {
    one: '{n} company with the domain of this email, {domain}, is not associated yet.',
    other: '{n} companies with the domain of this email, {domain}, are not associated yet.',
  },
  faceSuggestedMore_company_domain:
    'More than {n} companies with the domain of this email, {domain}, are not associated yet.',
  faceSuggestedRenamed: '{types} with the domain {domain} that are not associated yet: {count}.',
  faceShowSuggested: 'Show suggestions',

  // The title of the panel, and what the card says while it waits or after an error.
  panel_title_associate: 'Associate records with {record}',
  panel_title_remove: 'Remove associations with {record}',
  loading: 'Loading…',
  tryAgain: 'Try again',
  detailed: '{what} ({detail})',
  forSupport: 'For HubSpot support: {id}',

  // Errors.
  problem_MISSING_SCOPES: 'The app lacks a permission',
  problem_MISSING_SCOPES_text: 'An admin of this HubSpot account has to install the app again.',
  problem_UNAUTHORIZED: 'The app has no access to this account',
  problem_UNAUTHORIZED_text: 'An admin of this HubSpot account has to install it.',
  problem_DAILY_LIMIT: 'The daily limit is reached',
  problem_DAILY_LIMIT_text: 'This account has used all its HubSpot API calls for today. Go on after {time}.',
  midnight: 'midnight ({zone})',
  problem_RATE_LIMITED: 'HubSpot asks for fewer calls',
  problem_RATE_LIMITED_text: 'Many apps are at work in this account right now. Try again in a minute.',
  problem_NO_ANSWER: 'No answer',
  problem_NO_ANSWER_text: 'Your connection may be down, or the app is slow. Try again.',
  problem_HUBSPOT_UNAVAILABLE: 'Not available now',
  problem_HUBSPOT_UNAVAILABLE_text: 'HubSpot or the app has a fault. Try again in a minute.',
  problem_INTERNAL: 'The app has a fault',
  problem_INTERNAL_text:
    'This is not your doing. Try again; if it stays, tell the one who looks after the app.',
  problem_HUBSPOT_REJECTED: 'HubSpot refused this',
  problemRecord: 'HubSpot gave no exact ID of this record.',
  problemNothing: 'Nothing can be associated',
  problemNothingText:
    'This account defines no association with {record}. An admin can add one in the data model.',
} as const;
