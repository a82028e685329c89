import type { RecordRef } from '@bulk-associate/contract';
import { createSession, type Session } from '../../src/app/cards/panel/session';
import type { PanelState, Result } from '../../src/app/cards/panel/state';
import type { Ledger, Line } from '../../src/app/cards/run/ledger';
import { callThrough } from '../../src/app/cards/sdk/call';
import type { Clock } from '../../src/app/cards/run/clock';
import type { FunctionHost } from './function-host';

/** What a person does at a record. */
export interface Plan {
  record: { objectType: string; id: string };
  toObjectType: string;
  chosen: readonly RecordRef[];
}

/** A person at the panel: presses what the panel offers, and again where it offers to try again. */
export class Sitting {
  readonly session: Session;

  constructor(
    private readonly plan: Plan,
    private readonly host: FunctionHost,
    clock: Clock,
  ) {
    const call = callThrough((uid, { parameters }) => host.call(uid as never, parameters), clock);
    this.session = createSession(plan.record, { call, clock, portalId: 1, refreshRecord: () => undefined });
  }

  /** Chooses, reviews and associates; returns the account of it. */
  async associate(): Promise<Ledger> {
    await this.insist(() => this.session.open(), 'choosing');
    this.session.chooseType(this.plan.toObjectType);
    this.session.add(this.plan.chosen);
    await this.insist(() => this.session.review(), 'reviewing');
    await this.session.associate();
    if (this.is('confirming')) await this.session.associate();
    // Nothing in the review was left to send.
    if (this.is('reviewing')) return [];
    return this.result.ledger;
  }

  /** Sends what is not settled again, as often as there is something. */
  async finish(): Promise<Ledger> {
    for (let turn = 0; turn < 3; turn += 1) {
      const isOpen = ({ outcome }: Line) =>
        outcome === 'not_sent' || outcome === 'failed' || outcome === 'unconfirmed';
      await this.session.sendAgain(isOpen);
    }
    return this.result.ledger;
  }

  async undo(): Promise<Ledger> {
    this.session.askUndo();
    await this.session.undo();
    return this.result.ledger;
  }

  get result(): Result {
    const state = this.session.getState();
    if (state.name !== 'finished') throw new Error(`The panel is ${state.name}, not finished.`);
    return state.result;
  }

  private is(name: PanelState['name']): boolean {
    return this.session.getState().name === name;
  }

  /** Does it until the panel has got there; after four times with nothing in the way. */
  private async insist(work: () => Promise<void>, name: PanelState['name']): Promise<void> {
    for (let turn = 0; turn < 5 && !this.is(name); turn += 1) {
      if (turn === 4) this.host.calm();
      await work();
    }
    if (!this.is(name)) throw new Error(`The panel is ${this.session.getState().name}, not ${name}.`);
  }
}
