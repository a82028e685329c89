import {
  associationStatuses,
  functionErrorCodes,
  lineStatuses,
  previewStatuses,
  removalStatuses,
  type AssociationInput,
  type FunctionUid,
  type ParametersOf,
} from '@bulk-associate/contract';
import type { Reply } from './sdk';

type Wire = Record<string, unknown>;
type Shapes = { [Uid in FunctionUid]: (answer: Wire, parameters: ParametersOf<Uid>) => boolean };

/**
 * Reads what a function answered: the reply if it keeps the contract as far as the card relies on it, else undefined.
 * A card that is open during a deploy may meet an older or newer function.
 */
export function readAnswer<Uid extends FunctionUid>(
  uid: Uid,
  parameters: ParametersOf<Uid>,
  answer: unknown,
): Reply<Uid> | undefined {
  if (!isWire(answer)) return undefined;
  if (answer['ok'] === false) return isError(answer['error']) ? (answer as Reply<Uid>) : undefined;
  const isRight = answer['ok'] === true && shapes[uid](answer, parameters);
  return isRight ? (answer as unknown as Reply<Uid>) : undefined;
}

const shapes: Shapes = {
  associate_records: (answer, { inputs }) =>
    isWire(answer['usage']) &&
    isBatchSize(answer['usage']['batchSize']) &&
    areOutcomes(answer, inputs, associationStatuses),
  preview_associations: (answer, { inputs }) => areOutcomes(answer, inputs, previewStatuses),
  remove_associations: (answer, { inputs }) => areOutcomes(answer, inputs, removalStatuses),
  resolve_records: (answer, { values }) =>
    isList(answer['lines'], (line) => isOneOf(lineStatuses, line['status']) && areRecords(line['records'])) &&
    answer['lines'].length === values.length,
  collect_records: (answer) => areRecords(answer['records']) && isOptional('string', answer['cursor']),
  find_segments: (answer) => isList(answer['segments'], (segment) => areTexts(segment, ['id', 'name'])),
  describe_objects: (answer) =>
    isList(answer['objectTypes'], (type) => areTexts(type, ['id', 'singular', 'plural', 'labelProperty'])),
};

/** One outcome per input, in order, for the very pair that was sent: anything else could be told of the wrong record. */
function areOutcomes(answer: Wire, inputs: AssociationInput[], statuses: readonly string[]): boolean {
  const { outcomes, stopped } = answer;
  return (
    (stopped === undefined || isError(stopped)) &&
    isList(outcomes, (outcome, index) => {
      const input = inputs[index];
      return (
        isOneOf(statuses, outcome['status']) &&
        isWire(outcome['to']) &&
        isWire(outcome['from']) &&
        outcome['to']['id'] === input?.to.id &&
        outcome['from']['id'] === input?.from.id &&
        (outcome['error'] === undefined || isWire(outcome['error']))
      );
    }) &&
    outcomes.length === inputs.length
  );
}

function areRecords(value: unknown): boolean {
  return isList(value, (record) => areTexts(record, ['id', 'label']));
}

function isError(value: unknown): boolean {
  return (
    isWire(value) &&
    isOneOf(functionErrorCodes, value['code']) &&
    typeof value['message'] === 'string' &&
    isOptional('string', value['correlationId']) &&
    isOptional('number', value['retryAfterMs']) &&
    (value['requiredScopes'] === undefined || Array.isArray(value['requiredScopes']))
  );
}

function isBatchSize(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) > 0;
}

function isOptional(type: string, value: unknown): boolean {
  return value === undefined || typeof value === type;
}

function isOneOf(words: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && words.includes(value);
}

function areTexts(value: Wire, names: string[]): boolean {
  return names.every((name) => typeof value[name] === 'string');
}

function isList(value: unknown, fits: (item: Wire, index: number) => boolean): value is Wire[] {
  return Array.isArray(value) && value.every((item, index) => isWire(item) && fits(item, index));
}

function isWire(value: unknown): value is Wire {
  return typeof value === 'object' && value !== null;
}
