import {
  associationStatuses,
  functionErrorCodes,
  lineStatuses,
  previewStatuses,
  removalStatuses,
  type FunctionUid,
  type PairsParameters,
  type ParametersOf,
} from '@bulk-associate/contract';
import type { Reply } from './sdk';

/** Whether a value from outside has the expected shape. */
export type Check = (value: unknown) => boolean;

export const text: Check = (value) => typeof value === 'string';
export const number: Check = (value) => typeof value === 'number';
const count: Check = (value) => Number.isInteger(value) && (value as number) > 0;

export const oneOf =
  (words: readonly unknown[]): Check =>
  (value) =>
    words.includes(value);

const optional =
  (fits: Check): Check =>
  (value) =>
    value === undefined || fits(value);

export const list =
  (fits: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every((item) => fits(item));

/** A list with one item for each item of the request, in the same order. */
const listFor =
  <Asked>(asked: readonly Asked[], itemFor: (each: Asked) => Check): Check =>
  (value) =>
    Array.isArray(value) &&
    value.length === asked.length &&
    asked.every((each, index) => itemFor(each)(value[index]));

export const object =
  (shape: Record<string, Check>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(shape).every(([name, fits]) => fits((value as Record<string, unknown>)[name]));

const either =
  (...forms: Check[]): Check =>
  (value) =>
    forms.some((fits) => fits(value));

const label = object({ category: text, typeId: count });
const namedLabel = object({ category: text, typeId: count, name: text });

const record = object({ id: text, label: text });
const records = list(record);

export const isError = object({
  code: oneOf(functionErrorCodes),
  message: text,
  correlationId: optional(text),
  retryAfterMs: optional(number),
  requiredScopes: optional(Array.isArray),
});

/** One outcome per input, in input order, with the ids that were sent. Otherwise an outcome could go to the wrong record. */
const outcomes = ({ inputs }: PairsParameters, statuses: readonly string[]) => ({
  outcomes: listFor(inputs, ({ from, to }) =>
    object({
      from: object({ id: oneOf([from.id]) }),
      to: object({ id: oneOf([to.id]) }),
      status: oneOf(statuses),
      labels: optional(list(label)),
      error: optional(object({})),
    }),
  ),
  stopped: optional(isError),
});

const pastedList = object({
  kind: oneOf(['list']),
  entries: list(
    either(
      text,
      object({
        values: (value) => list(text)(value) && object({ 0: text })(value),
        text: optional(text),
        name: optional(text),
        numbers: optional(list(text)),
      }),
    ),
  ),
  heading: optional(text),
});
const pastedTable = object({
  kind: oneOf(['table']),
  columns: list(object({ heading: optional(text), sample: optional(text) })),
  suggested: list(number),
  titles: list(text),
});
const numberQuestion = object({ kind: oneOf(['askNumbers']), sample: text, grouped: text, list: list(text) });

const shapes: { [Uid in FunctionUid]: (parameters: ParametersOf<Uid>) => Record<string, Check> } = {
  associate_records: (parameters) => ({
    ...outcomes(parameters, associationStatuses),
    usage: object({ batchSize: count }),
  }),
  preview_associations: (parameters) => outcomes(parameters, previewStatuses),
  remove_associations: (parameters) => outcomes(parameters, removalStatuses),
  resolve_records: ({ values }) => ({
    lines: listFor(values, () =>
      object({
        status: oneOf(lineStatuses),
        records,
        parent: optional(object({ of: text, domain: text })),
      }),
    ),
  }),
  collect_records: () => ({ records, cursor: optional(text) }),
  find_segments: () => ({
    segments: list(object({ id: text, name: text })),
    cursor: optional(text),
    total: optional(number),
  }),
  describe_objects: () => ({
    objectTypes: list(
      object({
        id: text,
        singular: text,
        plural: text,
        labelProperty: text,
        labels: optional(list(namedLabel)),
      }),
    ),
  }),
  list_associations: () => ({
    records: list(object({ id: text, label: text, detail: optional(text), labels: list(namedLabel) })),
    cursor: optional(text),
    total: optional(number),
  }),
  suggest_records: () => ({
    suggestions: list(object({ reason: text, through: records, records })),
  }),
  describe_properties: () => ({
    properties: list(
      object({
        name: text,
        label: text,
        type: text,
        options: optional(list(object({ value: text, label: text }))),
      }),
    ),
  }),
  save_note: () => ({ noteId: text }),
  // Each message is checked where it is used, so that a wrong one does not cost the others.
  read_messages: () => ({ language: text, messages: object({}) }),
  read_pasted_text: () => ({
    parts: either(pastedList, pastedTable, numberQuestion),
    cursor: optional(text),
  }),
};

/**
 * Checks a function's answer. Undefined if it breaks the contract in a part that the card relies on: a card that is open
 * during a deploy may call an older or newer function.
 */
export function readAnswer<Uid extends FunctionUid>(
  uid: Uid,
  parameters: ParametersOf<Uid>,
  answer: unknown,
): Reply<Uid> | undefined {
  const isRight =
    object({ ok: oneOf([true]), ...shapes[uid](parameters) })(answer) ||
    object({ ok: oneOf([false]), error: isError })(answer);
  return isRight ? (answer as Reply<Uid>) : undefined;
}
