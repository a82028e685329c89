export * from './associations';
export * from './calls';
export * from './checks';
export * from './errors';
export * from './ids';
export * from './limits';
export * from './records';
export { foldName, isBinary, normalizeText, plainText, withoutInvisible } from './pasted/characters';
export { linkWithLabel } from './pasted/companies';
export { domainForms, domainIn, parentDomains } from './pasted/domains';
export { emailsIn, nameBeforeEmail, type FoundEmail } from './pasted/emails';
export { formsOf } from './pasted/forms';
export { isFreeMail } from './pasted/free-mail';
export { hubSpotLinksIn, type HubSpotLink } from './pasted/links';
export { contactNames, isSameName, type ContactName } from './pasted/names';
export {
  behindIdMark,
  hasCutDigits,
  isSpreadsheetError,
  isUnclearNumber,
  wholeNumber,
} from './pasted/numbers';
export { peel, withoutWrapping } from './pasted/peel';
export { perhapsPhone, phoneForms, phoneIn } from './pasted/phones';
export { readValue } from './pasted/read-value';
export * from './pasted/reading';
