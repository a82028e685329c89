export * from './associations';
export * from './calls';
export {
  checkAssociate,
  checkCollect,
  checkDescribe,
  checkList,
  checkMessages,
  checkNote,
  checkParameters,
  checkPastedText,
  checkPreview,
  checkProperties,
  checkRemove,
  checkResolve,
  checkSegments,
  checkSuggest,
} from './checks';
export type { Check, Checked } from './checks/fields';
export * from './errors';
export * from './filter-issue';
export * from './filters';
export * from './ids';
export * from './limits';
export * from './messages';
export * from './notes';
export * from './outcomes';
export * from './pasted-text';
export * from './record-properties';
export * from './records';
export * from './runs';
export { checkBackEndParameters } from './run-checks';
export * from './suggestions';
export { distinct, labelKey, mayBecomePrimary, withoutName } from './run/labels';
export {
  enterOutcome,
  isSent,
  isUndoable,
  outcomeBefore,
  undoOutcomeOf,
  type Finding,
  type ReportedOutcome,
} from './run/outcome-rules';
export {
  resultsIn,
  UndoSteps,
  type PairFunction,
  type PairsReply,
  type SendPairs,
  type UndoContext,
  type UndoLine,
} from './run/undo-steps';
export { foldName, isBinary, normalizeText, plainText, withoutInvisible } from './pasted/characters';
export { domainForms, domainIn, domainOfEmail } from './pasted/domains';
export { emailsIn, nameBeforeEmail, type FoundEmail } from './pasted/emails';
export { formsOf } from './pasted/forms';
export { isFreeMail } from './pasted/free-mail';
export { linkWithLabel } from './pasted/labelled-link';
export { hubSpotLinksIn, type HubSpotLink } from './pasted/links';
export { contactNames, isSameName, type ContactName } from './pasted/names';
export { hasCutDigits, isSpreadsheetError, isUnclearNumber, wholeNumber } from './pasted/numbers';
export { parentDomains } from './pasted/parent-domains';
export { peel, withoutWrapping } from './pasted/peel';
export { isSamePhone, phoneForms } from './pasted/phone-forms';
export { perhapsPhone, phoneIn } from './pasted/phones';
export { readValue } from './pasted/read-value';
export {
  numberKinds,
  readingKinds,
  unreadableReasons,
  type NumberKind,
  type Reading,
  type ReadingContext,
  type ReadingKind,
  type UnreadableReason,
  type ValueReading,
} from './pasted/reading';
