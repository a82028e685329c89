import type { FunctionError } from '@bulk-associate/contract';
import type { HubSpotError } from './hubspot-error';

/** Whether HubSpot refused a whole request for something that no other choice of inputs would change. */
export function concernsTheCall(status: number, { message }: HubSpotError): boolean {
  // 404 and 405: no such endpoint. The message is recorded from HubSpot for an unknown object type in the path.
  return status === 404 || status === 405 || message.startsWith('Unable to infer object type');
}

/** After so many batches refused alike, down to lone pairs, with nothing done, the call is wrong and not a pair. */
const refusalsAlike = 32;

/** Counts refusals in a row that say the same. */
export class RepeatedRefusals {
  private message = '';
  private count = 0;

  /** Whether HubSpot has said this so often that it will say nothing else. */
  add({ message }: HubSpotError): boolean {
    this.count = message === this.message ? this.count + 1 : 1;
    this.message = message;
    return this.count >= refusalsAlike;
  }
}

/** What ends a run for a refusal that concerns the call and not a pair. */
export function rejection({ message, correlationId }: HubSpotError): FunctionError {
  return { code: 'HUBSPOT_REJECTED', message, ...(correlationId && { correlationId }) };
}

/** Whether HubSpot knows no such record: this fails all pairs of the record, and none of them can be linked. */
export function isRecordNotFound({
  category,
  subCategory,
}: Pick<HubSpotError, 'category' | 'subCategory'>): boolean {
  return /NOT_FOUND|INVALID_IDENTIFIER/.test(`${category} ${subCategory}`);
}

/** What is known of the reason when a batch was refused for its size. */
export interface SizeRefusal {
  /** The maximum that the message states. */
  max?: number;
}

/**
 * Whether a batch was refused for its size. HubSpot's words for it are not documented, so a message counts only if it
 * speaks of too much *and* of a number that fits; anything else is found out by halving.
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
  // A limit of associations for a record speaks of too much as well.
  if (/associat/i.test(message) && !/\b(batch|inputs?|request|payload)\b/i.test(message)) return undefined;
  const tooMuch = /\b(too (many|large|big)|max(imum)?|at most|up to|exceed\w*|limit(ed)?|batch size)\b/i.test(
    message,
  );
  return tooMuch && (stated.max !== undefined || numbers.includes(size)) ? stated : undefined;
}
