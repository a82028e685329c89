import type { RecordRef } from '@bulk-associate/contract';
import { createActionSession } from '../../src/app/cards/action/action-session';
import { createSession } from '../../src/app/cards/panel/session';
import type { PanelState, Result } from '../../src/app/cards/panel/state';
import type { SessionSdk, StepsSession } from '../../src/app/cards/panel/steps-session';
import type { Ledger, Line } from '../../src/app/cards/run/ledger';
import type { OperationName } from '../../src/app/cards/run/operation';
import { callThrough } from '../../src/app/cards/sdk/call';
import type { Clock } from '../../src/app/cards/run/clock';
import type { FunctionHost } from './function-host';

/** What a user does on a record. */
export interface Plan {
  record: { objectType: string; id: string };
  toObjectType: string;
  chosen: readonly RecordRef[];
}

/** What a user does with contacts of a list. */
export interface ListPlan {
  operation: OperationName;
  contacts: readonly string[];
  companies: readonly RecordRef[];
}

function sdkOf(host: FunctionHost, clock: Clock): SessionSdk {
  const call = callThrough((uid, { parameters }) => host.call(uid as never, parameters), clock);
  const platform = { portalId: 1, user: 'Ada', language: 'en', timeZone: 'UTC' };
  return { ...platform, call, clock, refreshRecord: () => undefined };
}

/** The card's panel on a record, in which the records of the plan are associated. */
export function recordSession(plan: Plan, host: FunctionHost, clock: Clock): UserSession {
  const panel = createSession(plan.record, sdkOf(host, clock));
  const choose = () => {
    panel.chooseType(plan.toObjectType);
    panel.add(plan.chosen);
  };
  return new UserSession(panel, choose, host);
}

/** The bulk action on contacts of a list, in which the companies of the plan are the anchors. */
export function listSession(plan: ListPlan, host: FunctionHost, clock: Clock): UserSession {
  const selected = { objectType: '0-1', ids: plan.contacts, repeated: 0, unreadable: 0 };
  const panel = createActionSession(selected, { ...sdkOf(host, clock), own: {} });
  const choose = () => {
    panel.chooseOperation(plan.operation);
    for (const company of plan.companies) panel.addAnchor(company);
  };
  return new UserSession(panel, choose, host);
}

/** A user of a panel, who does each step and tries again where the panel offers it. */
export class UserSession {
  constructor(
    readonly panel: StepsSession,
    private readonly choose: () => void,
    private readonly host: FunctionHost,
  ) {}

  /** Chooses, reviews and carries out; returns the ledger of the run. */
  async carryOut(): Promise<Ledger> {
    await this.insist(() => this.panel.open(), 'choosing');
    this.choose();
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

  /** The lines that have no final outcome although another try could give them one. */
  get open(): Ledger {
    return this.result.ledger.filter(
      ({ outcome, error }) => outcome === 'not_sent' || outcome === 'unconfirmed' || error?.retryable,
    );
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
