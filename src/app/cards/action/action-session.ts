import {
  objectTypeIds,
  type LabelChoice,
  type LinkableObjectType,
  type RecordRef,
  type ResolvedLine,
} from '@bulk-associate/contract';
import type { HostedRuns } from '../back-end/hosted-runs';
import { createSteps, type SessionSdk } from '../panel/steps-session';
import type { OperationName } from '../run/operation';
import type { AnchoredRecord } from '../run/pairs';
import { badAnswer } from '../sdk/call';
import type { CallError, Reply, Sdk } from '../sdk/sdk';
import { observable } from '../state/observable';
import { actionReducer, type ActionEvent } from './action-reducer';
import type { Selected } from './selected';
import { suggestCompanies, type SuggestedCompany } from './suggested-companies';

/** The most anchors of one run. As many removable tags can be read at a glance. */
export const mostAnchors = 20;

/** Looking up the one record that a text names. */
export type AnchorLookUp =
  | { name: 'idle' }
  | { name: 'looking'; request: number }
  | { name: 'answered'; line: ResolvedLine }
  | { name: 'failed'; error: CallError };

/** What the anchors are chosen from. */
export interface AnchorChoice {
  /** The object types that the selected records can be associated with. */
  types: readonly LinkableObjectType[];
  /** The object type of the anchors. Undefined until the types are read. */
  type: LinkableObjectType | undefined;
  lookUp: AnchorLookUp;
  suggested: readonly SuggestedCompany[];
}

/** The actions of the bulk action, and its state. */
export type ActionSession = ReturnType<typeof createActionSession>;

/**
 * Creates the session of a bulk action: the anchors are chosen, and each selected record is paired with each of them.
 * `hosted`: its runs, where a back end keeps them.
 */
export function createActionSession(
  selected: Selected,
  sdk: SessionSdk & Pick<Sdk, 'own'>,
  hosted?: HostedRuns,
) {
  const { call, portalId } = sdk;
  const { steps, dispatch, getDraft, nextRequest } = createSteps<ActionEvent>(
    undefined,
    sdk,
    actionReducer(selected.ids),
    hosted,
  );
  const choice = observable<AnchorChoice>({
    types: [],
    type: undefined,
    lookUp: { name: 'idle' },
    suggested: [],
  });
  const described = new Map<string, Promise<Reply<'describe_objects'>>>();
  let suggestions: Promise<SuggestedCompany[]> | undefined;

  function change(more: Partial<AnchorChoice>): void {
    choice.set({ ...choice.get(), ...more });
  }

  /** Reads which types can be linked from a type, once unless that failed. */
  async function describe(objectType: string): Promise<Reply<'describe_objects'>> {
    const known = described.get(objectType) ?? call('describe_objects', { objectType });
    described.set(objectType, known);
    const reply = await known;
    if (!reply.ok) described.delete(objectType);
    return reply;
  }

  /** Reads the labels in the direction from the anchors to the selected records, and starts the choice. */
  async function describeFrom(
    type: LinkableObjectType,
    request: number,
    operation: OperationName,
  ): Promise<void> {
    change({ type, lookUp: { name: 'idle' }, suggested: [] });
    const reply = await describe(type.id);
    const recordType = reply.ok && reply.objectTypes.find(({ id }) => id === selected.objectType);
    if (!recordType)
      return dispatch({ type: 'describeFailed', request, error: reply.ok ? badAnswer : reply.error });
    dispatch({ type: 'described', request, types: [recordType], preferred: recordType.id });
    dispatch({ type: 'operationChosen', name: operation });
    await suggest(type);
  }

  async function suggest(type: LinkableObjectType): Promise<void> {
    if (type.id !== objectTypeIds.company || selected.objectType !== objectTypeIds.contact) return;
    suggestions ??= suggestCompanies(call, selected.ids, sdk.own);
    const suggested = await suggestions;
    if (choice.get().type === type) change({ suggested });
  }

  function chooseAnchors(records: readonly RecordRef[]): void {
    const objectType = choice.get().type?.id;
    if (objectType === undefined) return;
    const anchors = records.slice(0, mostAnchors).map((record) => ({ ...record, objectType }));
    dispatch({ type: 'anchorsChosen', anchors });
  }

  function addAnchor(record: RecordRef): void {
    const anchors = getDraft()?.anchors ?? [];
    if (!anchors.some(({ id }) => id === record.id)) chooseAnchors([...anchors, record]);
  }

  return {
    ...steps,
    selected,
    addAnchor,
    subscribeToChoice: choice.subscribe,
    getChoice: choice.get,

    /** Reads what the selected records can be associated with. Starts the session; called again, it retries. */
    async open(): Promise<void> {
      const request = nextRequest();
      dispatch({ type: 'describeStarted', request });
      const reply = await describe(selected.objectType);
      if (!reply.ok) return dispatch({ type: 'describeFailed', request, error: reply.error });
      const { contact, company } = objectTypeIds;
      const preferred = selected.objectType === contact ? company : contact;
      const types = reply.objectTypes;
      const type = choice.get().type ?? types.find(({ id }) => id === preferred) ?? types[0];
      change({ types });
      if (type) return describeFrom(type, request, 'associate');
      dispatch({ type: 'described', request, types: [], preferred });
    },

    /** Chooses the object type of the anchors. Those of another type are dropped. */
    chooseType(id: string): void {
      const type = choice.get().types.find((each) => each.id === id);
      const draft = getDraft();
      if (!type || !draft || type === choice.get().type) return;
      const request = nextRequest();
      dispatch({ type: 'anchorTypeChosen', request });
      void describeFrom(type, request, draft.operation.name);
    },

    removeAnchor(id: string): void {
      chooseAnchors((getDraft()?.anchors ?? []).filter((anchor) => anchor.id !== id));
    },

    /** Looks up the one record that a text names, and chooses it. */
    async findAnchor(text: string): Promise<void> {
      const objectType = choice.get().type?.id;
      const value = text.trim();
      if (objectType === undefined || value === '') return;
      const request = nextRequest();
      change({ lookUp: { name: 'looking', request } });
      const reply = await call('resolve_records', { objectType, values: [value], portalId });
      const { lookUp } = choice.get();
      if (lookUp.name !== 'looking' || lookUp.request !== request) return;
      if (!reply.ok) return change({ lookUp: { name: 'failed', error: reply.error } });
      const [line] = reply.lines;
      if (!line) return change({ lookUp: { name: 'failed', error: badAnswer } });
      change({ lookUp: { name: 'answered', line } });
      if (line.status === 'found' && line.records[0]) addAnchor(line.records[0]);
    },

    chooseOperation: (name: OperationName) => dispatch({ type: 'operationChosen', name }),

    /** Chooses the label that is given or removed; undefined for none. */
    chooseLabel: (label: LabelChoice | undefined) => dispatch({ type: 'labelChosen', label }),

    leaveOut: (pairs: readonly AnchoredRecord[]) => dispatch({ type: 'pairsLeftOut', pairs }),
  };
}
