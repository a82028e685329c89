import { objectTypeIds, type LabelChoice, type RecordRef } from '@bulk-associate/contract';
import type { CollectSource } from '../choose/collecting';
import { collectAll } from '../choose/collect-all';
import type { SearchSettings } from '../choose/search/settings';
import { createPasteActions } from '../choose/paste/paste-actions';
import type { HostedEvent } from '../back-end/hosted-reducer';
import type { HostedRuns } from '../back-end/hosted-runs';
import type { OperationName } from '../run/operation';
import type { AnchoredRecord } from '../run/pairs';
import { rememberReplies } from '../sdk/remembered-replies';
import type { RecordKey } from '../sdk/sdk';
import type { Source } from './state';
import { createSteps, type SessionSdk } from './steps-session';

/** How all records of a source are added. */
interface CollectOptions {
  total?: number;
  thenReview?: boolean;
}

/** The actions of the panel, and its state. */
export type Session = ReturnType<typeof createSession>;

/**
 * Creates the session of one record: the actions of the panel and the state that they change. A session does not end when
 * the panel is closed, so that a run continues. Every answer goes to the reducer with the number of its request, so that
 * late answers are dropped. `hosted`: the runs of the record, where a back end keeps them.
 */
export function createSession(record: RecordKey, sdk: SessionSdk, hosted?: HostedRuns) {
  const { call, clock } = sdk;
  const { steps, dispatch, getDraft, nextRequest } = createSteps<HostedEvent>(
    record,
    sdk,
    hosted?.reduce,
    hosted,
  );
  const replies = rememberReplies(call);

  /** Whether a record of the chosen object type is the record being viewed. */
  function isSelf(id: string): boolean {
    return id === record.id && getDraft()?.type.id === record.objectType;
  }

  const paste = createPasteActions({ sdk, getDraft, dispatch, nextRequest, isSelf });

  function add(records: readonly RecordRef[]): void {
    const objectType = getDraft()?.type.id;
    if (objectType === undefined) return;
    dispatch({ type: 'added', objectType, records: records.filter(({ id }) => !isSelf(id)) });
  }

  /** Stops collecting at once. Records collected so far stay in the selection. */
  function stopCollecting(): void {
    dispatch({ type: 'collectStopped' });
  }

  /** Removes records from the selection and from its review. */
  function remove(ids: readonly string[]): void {
    dispatch({ type: 'removed', ids });
  }

  // What a run has associated is not suggested any more; what it has removed may be.
  steps.onEnded(() => replies.forget('suggest_records'));

  function chooseType(objectType: string): void {
    paste.stop();
    dispatch({ type: 'typeChosen', objectType });
  }

  /** Chooses the operation. What is selected for another is kept. */
  function chooseOperation(name: OperationName): void {
    paste.stop();
    dispatch({ type: 'operationChosen', name });
  }

  const chooseSource = (source: Source) => dispatch({ type: 'sourceChosen', source });

  return {
    ...steps,
    replies,
    hosted,
    dispatch,
    paste,
    isSelf,
    add,
    stopCollecting,

    /** Reads the object types that can be linked. Starts the session; called again, it retries. */
    async open(): Promise<void> {
      const request = nextRequest();
      dispatch({ type: 'describeStarted', request });
      const { objectType } = record;
      const reply = await call('describe_objects', { objectType });
      if (!reply.ok) return dispatch({ type: 'describeFailed', request, error: reply.error });
      const preferred = objectType === objectTypeIds.contact ? objectTypeIds.company : objectTypeIds.contact;
      dispatch({ type: 'described', request, types: reply.objectTypes, preferred });
    },

    chooseType,
    chooseOperation,
    chooseSource,

    /** Shows the suggested records of an object type. */
    showSuggested(objectType: string): void {
      steps.back();
      steps.startOver();
      chooseOperation('associate');
      if (getDraft()?.type.id !== objectType) chooseType(objectType);
      chooseSource('suggested');
    },

    /** Changes what is searched for. */
    search: (change: Partial<SearchSettings>) => dispatch({ type: 'searchChanged', change }),

    /** Chooses the properties that the search shows; none for the usual ones. */
    chooseColumns: (columns: readonly string[]) => dispatch({ type: 'columnsChosen', columns }),

    /** Chooses the label that is given or removed, one of the object type's; undefined for none. */
    chooseLabel: (label: LabelChoice | undefined) => dispatch({ type: 'labelChosen', label }),

    remove,
    leaveOut: (rows: readonly AnchoredRecord[]) => remove(rows.map(({ record: { id } }) => id)),

    clear(): void {
      stopCollecting();
      dispatch({ type: 'cleared' });
    },

    /**
     * Adds all records of a search or a segment to the selection. `total`: how many there are, where that is known.
     * `thenReview`: shows their review once all are added.
     */
    async collect(source: CollectSource, { total, thenReview = false }: CollectOptions = {}): Promise<void> {
      const objectType = getDraft()?.type.id;
      if (objectType === undefined) return;
      const request = nextRequest();
      dispatch({ type: 'collectStarted', request, source, total });
      const isStopped = () => {
        const collecting = getDraft()?.collecting;
        return collecting?.name !== 'collecting' || collecting.request !== request;
      };
      const ending = await collectAll({ call, clock, objectType, source, isStopped }, (page) => {
        const others = page.records.filter(({ id }) => !isSelf(id));
        dispatch({ type: 'added', objectType, records: others });
        dispatch({ type: 'collectedPage', request, found: others.length, total: page.total });
      });
      const isWanted = thenReview && !isStopped() && !ending.error;
      dispatch({ type: 'collectEnded', request, ending });
      if (isWanted) await steps.review();
    },
  };
}
