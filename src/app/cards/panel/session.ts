import { objectTypeIds, type RecordRef } from '@bulk-associate/contract';
import type { CollectSource } from '../choose/collecting';
import { collectAll } from '../choose/collect-all';
import { Paster } from '../choose/paste/paster';
import type { RunView } from '../run/chunked-run';
import { enterRun, enterUndo, indexesOf, openLedger, undoable, type Ledger, type Line } from '../run/ledger';
import { associateRun, previewRun, removeRun, type PairContext } from '../run/pair-runs';
import type { RecordKey, Sdk } from '../sdk/sdk';
import { panelReducer } from './reducer';
import {
  initialState,
  trayOf,
  type Desk,
  type PanelEvent,
  type PanelState,
  type Result,
  type Way,
} from './state';
import { Store } from './store';

/** Above this many records the panel asks once more before it associates them. */
const confirmAbove = 100;

/** What a session needs of HubSpot. */
export type SessionSdk = Pick<Sdk, 'call' | 'clock' | 'portalId' | 'refreshRecord'>;

type EndListener = (result: Result, what: 'run' | 'undo') => void;

/**
 * All that a person can do in the panel, and what follows from it. It outlives the panel's screens: a run goes on while
 * the panel is closed. Every answer is passed to the reducer with the number of its request, which drops late ones.
 */
export class Session {
  private readonly store = new Store<PanelState, PanelEvent>(panelReducer, initialState);
  private readonly paster: Paster;
  private requests = 0;
  private entered = '';
  private enteredAt = 0;
  private isCollecting: { stop: boolean } = { stop: true };
  private readonly endListeners = new Set<EndListener>();

  readonly subscribe = this.store.subscribe;
  readonly getState = this.store.getState;

  constructor(
    readonly record: RecordKey,
    private readonly sdk: SessionSdk,
  ) {
    this.store.subscribe(() => this.noteEntry());
    this.paster = new Paster({
      record,
      sdk,
      getDesk: () => this.desk,
      dispatch: (event) => this.store.dispatch(event),
      nextRequest: () => this.nextRequest(),
    });
  }

  /** Tells when a run of associating or undoing has come to its end. */
  readonly onEnded = (listener: EndListener): (() => void) => {
    this.endListeners.add(listener);
    return () => this.endListeners.delete(listener);
  };

  async open(): Promise<void> {
    const request = this.nextRequest();
    this.store.dispatch({ type: 'describeStarted', request });
    const { objectType } = this.record;
    const reply = await this.sdk.call('describe_objects', { objectType });
    if (!reply.ok) return this.store.dispatch({ type: 'describeFailed', request, error: reply.error });
    const preferred = objectType === objectTypeIds.contact ? objectTypeIds.company : objectTypeIds.contact;
    this.store.dispatch({ type: 'described', request, types: reply.objectTypes, preferred });
  }

  chooseType(objectType: string): void {
    this.stopCollecting();
    this.paster.stop();
    this.store.dispatch({ type: 'typeChosen', objectType });
  }

  chooseWay(way: Way): void {
    this.store.dispatch({ type: 'wayChosen', way });
  }

  add(records: readonly RecordRef[]): void {
    const objectType = this.desk?.type.id;
    if (objectType === undefined) return;
    const others = records.filter(({ id }) => !this.isSelf(id));
    this.store.dispatch({ type: 'added', objectType, records: others });
  }

  remove(ids: readonly string[]): void {
    this.store.dispatch({ type: 'removed', ids });
  }

  clear(): void {
    this.stopCollecting();
    this.store.dispatch({ type: 'cleared' });
  }

  /** Whether a record of the type at hand is the one being viewed. */
  isSelf(id: string): boolean {
    return id === this.record.id && this.desk?.type.id === this.record.objectType;
  }

  /**
   * For buttons that change what they do from state to state: the second click of a double click falls on what nobody
   * has read yet, and does nothing.
   */
  readonly once = (run: () => void) => () => {
    if (this.sdk.clock.now() - this.enteredAt >= 400) run();
  };

  private noteEntry(): void {
    const name = `${this.getState().name} ${this.desk?.pasting.name}`;
    if (name !== this.entered) this.enteredAt = this.sdk.clock.now();
    this.entered = name;
  }

  get paste(): Paster {
    return this.paster;
  }

  /** Takes all records of a search or a segment into the tray. */
  async collect(source: CollectSource): Promise<void> {
    const objectType = this.desk?.type.id;
    if (objectType === undefined) return;
    this.stopCollecting();
    const request = this.nextRequest();
    const token = (this.isCollecting = { stop: false });
    this.store.dispatch({ type: 'collectStarted', request, source });
    const { clock, call } = this.sdk;
    const ending = await collectAll(
      { call, clock, objectType, source, isStopped: () => token.stop },
      (page) => {
        if (token.stop) return;
        const { total } = page;
        const records = page.records.filter(({ id }) => !this.isSelf(id));
        this.add(records);
        const found = records.length;
        this.store.dispatch({ type: 'collectedPage', request, found, ...(total !== undefined && { total }) });
      },
    );
    this.store.dispatch({ type: 'collectEnded', request, ...ending });
  }

  /** Ends the taking at once; what has come so far stays in the tray. */
  stopCollecting(): void {
    this.isCollecting.stop = true;
    const collecting = this.desk?.collecting;
    if (collecting?.name !== 'collecting') return;
    this.store.dispatch({ type: 'collectEnded', request: collecting.request, capped: false, stopped: true });
  }

  /** Asks what associating the chosen records would come to. */
  async review(): Promise<void> {
    const { desk } = this;
    if (!desk || trayOf(desk).size === 0) return;
    const records = trayOf(desk).list();
    const run = previewRun(this.pairs(desk), records);
    const request = this.nextRequest();
    this.store.dispatch({ type: 'checkStarted', request, run });
    const { results, error } = await run.run();
    if (error) return this.store.dispatch({ type: 'checkFailed', request, error });
    const reviewed = records.map((record, index) => ({
      record,
      status: results[index]?.status ?? 'unknown',
    }));
    this.store.dispatch({ type: 'checked', request, reviewed });
  }

  takeOut(ids: readonly string[]): void {
    this.store.dispatch({ type: 'takenOut', ids });
  }

  back(): void {
    const state = this.getState();
    if (state.name === 'checking') state.run.stop();
    this.store.dispatch({ type: 'wentBack' });
  }

  /** Associates what was reviewed; asks once more first if that is many. */
  async associate(): Promise<void> {
    const state = this.getState();
    if (state.name !== 'reviewing' && state.name !== 'confirming') return;
    const ledger = openLedger(state.reviewed);
    const indexes = indexesOf(ledger, ({ fate }) => fate === 'not_sent');
    if (indexes.length === 0) return;
    if (state.name === 'reviewing' && indexes.length > confirmAbove) {
      return this.store.dispatch({ type: 'confirmAsked' });
    }
    await this.send(state.desk, ledger, indexes);
  }

  /** Sends some lines of the finished run again: the failed ones, or those that were not sent. */
  async sendAgain(fits: (line: Line) => boolean): Promise<void> {
    const state = this.getState();
    if (state.name !== 'finished') return;
    const { ledger, type } = state.result;
    await this.send({ ...state.desk, type }, ledger, indexesOf(ledger, fits));
  }

  stop(): void {
    const state = this.getState();
    if (state.name === 'running' || state.name === 'undoing') state.run.stop();
  }

  askUndo(): void {
    this.store.dispatch({ type: 'undoAsked' });
  }

  /** Removes the links that the finished run made, and no others. */
  async undo(): Promise<void> {
    const state = this.getState();
    if (state.name !== 'confirmingUndo') return;
    const { ledger, type } = state.result;
    const indexes = undoable(ledger);
    const run = removeRun(this.pairs({ type }), recordsAt(ledger, indexes));
    const request = this.nextRequest();
    this.store.dispatch({ type: 'undoStarted', request, run });
    const ending = await run.run();
    const result = this.result(enterUndo(ledger, indexes, ending), type, ending);
    this.store.dispatch({ type: 'undoEnded', request, result });
    this.end(result, 'undo');
  }

  /** Shows the result of the last run once more, which can still be undone. */
  showLast(): void {
    this.store.dispatch({ type: 'lastReopened' });
  }

  startOver(): void {
    this.store.dispatch({ type: 'startedOver' });
  }

  private async send(desk: Desk, ledger: Ledger, indexes: number[]): Promise<void> {
    if (indexes.length === 0) return;
    const run = associateRun(this.pairs(desk), recordsAt(ledger, indexes));
    const request = this.nextRequest();
    this.store.dispatch({ type: 'runStarted', request, run: run satisfies RunView, before: ledger });
    const ending = await run.run();
    const result = this.result(enterRun(ledger, indexes, ending), desk.type, ending);
    this.store.dispatch({ type: 'runEnded', request, result });
    this.end(result, 'run');
  }

  private result(
    ledger: Ledger,
    type: Desk['type'],
    { stopped, error }: Pick<Result, 'stopped' | 'error'>,
  ): Result {
    return { ledger, type, endedAt: this.sdk.clock.now(), stopped, ...(error && { error }) };
  }

  private end(result: Result, what: 'run' | 'undo'): void {
    this.sdk.refreshRecord();
    for (const listener of [...this.endListeners]) listener(result, what);
  }

  private pairs({ type }: Pick<Desk, 'type'>): PairContext {
    const { call, clock } = this.sdk;
    return { from: this.record, toObjectType: type.id, call, clock };
  }

  private get desk(): Desk | undefined {
    const state = this.getState();
    return 'desk' in state ? state.desk : undefined;
  }

  private nextRequest(): number {
    this.requests += 1;
    return this.requests;
  }
}

function recordsAt(ledger: Ledger, indexes: readonly number[]): RecordRef[] {
  return indexes.flatMap((index) => ledger[index]?.record ?? []);
}
