import type { RecordRef } from '@bulk-associate/contract';
import { createSession, type Session } from '../../src/app/cards/panel/session';
import type { PanelState, Result } from '../../src/app/cards/panel/state';
import type { Ledger, Line } from '../../src/app/cards/run/ledger';
import { callThrough } from '../../src/app/cards/sdk/call';
import type { Clock } from '../../src/app/cards/run/clock';
import type { FunctionHost } from './function-host';

/** What a user does on a record. */
export interface Plan {
  record: { objectType: string; id: string };
  toObjectType: string;
  chosen: readonly RecordRef[];
}

/** A user of the panel, who does each step and tries again where the panel offers it. */
export class UserSession {
  readonly panel: Session;

  constructor(
    private readonly plan: Plan,
    private readonly host: FunctionHost,
    clock: Clock,
  ) {
    const call = callThrough((uid, { parameters }) => host.call(uid as never, parameters), clock);
    const platform = { portalId: 1, user: 'Ada', language: 'en', timeZone: 'UTC' };
    this.panel = createSession(plan.record, { ...platform, call, clock, refreshRecord: () => undefined });
  }

  /** Chooses, reviews and associates; returns the ledger of the run. */
  async associate(): Promise<Ledger> {
    await this.insist(() => this.panel.open(), 'choosing');
    this.panel.chooseType(this.plan.toObjectType);
    this.panel.add(this.plan.chosen);
    await this.insist(() => this.panel.review(), 'reviewing');
    await this.panel.carryOut();
    if (this.is('confirming')) await this.panel.carryOut();
    // Nothing in the review was left to send.
    if (this.is('reviewing')) return [];
    return this.result.ledger;
  }

  /** Sends again, three times, what has no final outcome. */
  async finish(): Promise<Ledger> {
    for (let turn = 0; turn < 3; turn += 1) {
      const isOpen = ({ outcome }: Line) =>
        outcome === 'not_sent' || outcome === 'failed' || outcome === 'unconfirmed';
      await this.panel.sendAgain(isOpen);
    }
    return this.result.ledger;
  }

  async undo(): Promise<Ledger> {
    this.panel.askUndo();
    await this.panel.undo();
    return this.result.ledger;
  }

  get result(): Result {
    const state = this.panel.getState();
    if (state.name !== 'finished') throw new Error(`The panel is ${state.name}, not finished.`);
    return state.result;
  }

  private is(name: PanelState['name']): boolean {
    return this.panel.getState().name === name;
  }

  /** Repeats `work` until the panel is in the named state; the last try has no faults. */
  private async insist(work: () => Promise<void>, name: PanelState['name']): Promise<void> {
    for (let turn = 0; turn < 5 && !this.is(name); turn += 1) {
      if (turn === 4) this.host.calm();
      await work();
    }
    if (!this.is(name)) throw new Error(`The panel is ${this.panel.getState().name}, not ${name}.`);
  }
}
