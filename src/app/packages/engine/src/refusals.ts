import type { FunctionError } from '@bulk-associate/contract';
import type { HubSpotError } from './hubspot-error';

/** Whether HubSpot refused a request for a reason that does not depend on its inputs. */
export function concernsTheCall(status: number, { message }: HubSpotError): boolean {
  // 404 and 405: there is no such endpoint. The message was recorded from HubSpot for an unknown object type in the path.
  return status === 404 || status === 405 || message.startsWith('Unable to infer object type');
}

/** After this many refusals with the same message, single pairs included, and no success, the fault is in the call. */
const refusalsAlike = 32;

/** Counts refusals in a row with the same message. */
export class RepeatedRefusals {
  private message = '';
  private count = 0;

  /** Counts a refusal. Returns whether the limit is reached. */
  add({ message }: HubSpotError): boolean {
    this.count = message === this.message ? this.count + 1 : 1;
    this.message = message;
    return this.count >= refusalsAlike;
  }
}

/** The error that ends a run at a refusal of the call as a whole. */
export function rejection({ message, correlationId }: HubSpotError): FunctionError {
  return { code: 'HUBSPOT_REJECTED', message, ...(correlationId && { correlationId }) };
}

/** Whether a record does not exist: then all its pairs fail, and none of them can be linked. */
export function isRecordNotFound({
  category,
  subCategory,
}: Pick<HubSpotError, 'category' | 'subCategory'>): boolean {
  return /NOT_FOUND|INVALID_IDENTIFIER/.test(`${category} ${subCategory}`);
}

/** A refusal of a batch for its size. */
export interface SizeRefusal {
  /** The maximum that the message states. */
  max?: number;
}

/**
 * Whether HubSpot refused a batch for its size. Its message is not documented: a message counts only if it has words for
 * "too many" *and* a plausible number. Any other case is found by bisection.
 */
export function sizeRefusal(
  status: number,
  { message }: HubSpotError,
  size: number,
): SizeRefusal | undefined {
  const numbers = (message.match(/\d+/g) ?? []).map(Number);
  const max = Math.max(...numbers.filter((number) => number >= 10 && number < size));
  const stated = Number.isFinite(max) ? { max } : {};
  if (status === 413 || status === 414) return stated;
  // The message about a record at its limit of associations has such words too.
  if (/associat/i.test(message) && !/\b(batch|inputs?|request|payload)\b/i.test(message)) return undefined;
  const tooMuch = /\b(too (many|large|big)|max(imum)?|at most|up to|exceed\w*|limit(ed)?|batch size)\b/i.test(
    message,
  );
  return tooMuch && (stated.max !== undefined || numbers.includes(size)) ? stated : undefined;
}
