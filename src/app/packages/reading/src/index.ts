export { answerPastedText } from './answer-pasted-text';
export { readRows, withPlainBreaks } from './cells';
