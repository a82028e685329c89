import { chunksOf } from './chunks';
import { concernsTheCall, RepeatedRefusals, sizeRefusal } from './refusals';
import type { Reply } from './send-request';

/**
 * Sends reads again that HubSpot refused for one of their inputs or for their size. Ends after refusals in a row with the
 * same message, as many as `RepeatedRefusals` allows: then the fault is not in single inputs.
 */
export class Halving {
  private refusals = new RepeatedRefusals();
  private isOver = false;
  /** A read of one input cannot be halved; the first that is refused is repeated as it is. */
  private mayRepeat = true;

  /** If `reply` refuses a read of `inputs`, sends its halves, and theirs, down to one input. */
  async sendHalves<T>(inputs: T[], reply: Reply, send: (inputs: T[]) => Promise<Reply>): Promise<void> {
    for (const part of this.partsOf(inputs, reply)) {
      if (this.isOver) return;
      await this.sendHalves(part, await send(part), send);
    }
  }

  private partsOf<T>(inputs: T[], reply: Reply): T[][] {
    if (reply.kind === 'answered') this.refusals = new RepeatedRefusals();
    if (reply.kind !== 'refused' || this.isOver) return [];
    if (concernsTheCall(reply.status, reply.error) || this.refusals.add(reply.error)) this.isOver = true;
    if (this.isOver) return [];
    if (inputs.length > 1) {
      const max = sizeRefusal(reply.status, reply.error, inputs.length)?.max;
      return chunksOf(inputs, max ?? Math.ceil(inputs.length / 2));
    }
    const parts = this.mayRepeat ? [inputs] : [];
    this.mayRepeat = false;
    return parts;
  }
}
