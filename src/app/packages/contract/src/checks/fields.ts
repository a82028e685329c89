import { isObjectTypeId, isRecordId } from '../ids';
import { maxTextLength } from '../limits';

/** Valid parameters (a new object with the contract's fields only), or a sentence about the first invalid one. */
export type Checked<T> = { ok: true; value: T } | { ok: false; message: string };

/** The fields of an object from outside. */
export type Fields = { [name: string]: unknown };
/** Checks parameters from outside. */
export type Check<T> = (parameters: unknown) => Checked<T>;

/** Thrown inside a check; `checked` turns it into a `Checked`, so that no caller sees it. */
export class Refusal extends Error {}

/** Makes a check of a reader of fields, which throws a `Refusal`. */
export function checked<T>(read: (fields: Fields) => T): Check<T> {
  return (parameters) => {
    try {
      return { ok: true, value: read(fieldsOf(parameters, 'parameters')) };
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, message: error.message };
      throw error;
    }
  };
}

/** An object type id. */
export function objectType(value: unknown, name: string): string {
  if (!isObjectTypeId(value)) {
    throw new Refusal(`${name} must be an object type id such as "0-1", "2-1234567" or "p1234_name".`);
  }
  return value;
}

/** True or false. */
export function flag(value: unknown, name: string): boolean {
  if (typeof value !== 'boolean') throw new Refusal(`${name} must be true or false.`);
  return value;
}

/** A text of at most `maxTextLength` characters. */
export function text(value: unknown, name: string): string {
  if (typeof value !== 'string') throw new Refusal(`${name} must be a string.`);
  if (value.length > maxTextLength)
    throw new Refusal(`${name} must have at most ${maxTextLength} characters.`);
  return value;
}

/** A list of 1 to `max` entries. */
export function list(value: unknown, name: string, max: number): unknown[] {
  const all = entries(value, name);
  if (all.length < 1 || all.length > max) throw new Refusal(`${name} must hold 1 to ${max} entries.`);
  return all;
}

/** The entries of a list of any length. */
export function entries(value: unknown, name: string): unknown[] {
  if (!Array.isArray(value)) throw new Refusal(`${name} must be a list.`);
  // `map` skips the holes of a sparse array. Array.from turns them into undefined, which every entry check refuses.
  return Array.from<unknown>(value);
}

/** An object. */
export function fieldsOf(value: unknown, name: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refusal(`${name} must be an object.`);
  }
  return value as Fields;
}

/** Only own properties count: a field set on a prototype was not sent by the caller. */
export function own(fields: Fields): Fields {
  return Object.assign(Object.create(null) as Fields, fields);
}

/** A record of a pair. */
export function endpoint(value: unknown, name: string): { id: string } {
  return { id: recordId(own(fieldsOf(value, name))['id'], `${name}.id`) };
}

/** A record id. */
export function recordId(value: unknown, name: string): string {
  if (!isRecordId(value)) throw new Refusal(`${name} must be a record id: a string of 1 to 19 digits.`);
  return value;
}

/** A whole number within these bounds. */
export function wholeNumber(value: unknown, name: string, least: number, most: number): number {
  if (!Number.isSafeInteger(value) || (value as number) < least || (value as number) > most)
    throw new Refusal(`${name} must be a whole number from ${least} to ${most}.`);
  return value as number;
}

/** One of these words. */
export function oneOf<const Word extends string>(value: unknown, name: string, words: readonly Word[]): Word {
  const known = words.find((word) => word === value);
  if (known === undefined) throw new Refusal(`${name} must be one of: ${words.join(', ')}.`);
  return known;
}

/** A list of some of these words. */
export function someOf<Word extends string>(value: unknown, name: string, words: readonly Word[]): Word[] {
  return list(value, name, words.length).map((each, index) => oneOf(each, `${name}[${index}]`, words));
}
