import type { IndexView, RecordView } from '../address';
import type { CardResponse } from '../card-request';
import type { UserName } from '../users';
import { cardActions, pageActions, type PageCallbacks } from './actions';
import type { HostSide } from './connection';
import { answerAssociations, answerProperties, answerSearch } from './hook-answers';
import { typeOf } from './object-types';
import { extensionProblems } from './problems';
import { pageSettings } from './settings';

/** Whether the record's associations may have changed after a call of the function. */
function isLinking(uid: string): boolean {
  return pageSettings.linkingFunctions?.includes(uid) ?? true;
}

/** HubSpot's error to an extension for a failed function, whatever the reason. */
const unreachable =
  'There was a problem reaching the app’s API. Please try again, or contact the app’s developer.';

/** The page's implementation of everything a card can call. */
export function cardHost(view: RecordView, callbacks: PageCallbacks): HostSide {
  const { objectType, recordId, user } = view;
  const type = typeOf(objectType);
  return {
    ...sharedHost(user, (called) => {
      if (isLinking(called)) callbacks.readLists();
    }),
    action: runner(cardActions(view, callbacks)),
    // The SDK's hooks build the requests, each in its own shape.
    hook: (name, request) => {
      if (name === 'fetchCrmSearch') return answerSearch(request as never);
      if (name === 'fetchAssociations') return answerAssociations(type, recordId, request as never);
      return answerProperties(type, recordId, request as string[]);
    },
  };
}

/** The same for a bulk action. It has no record, so it has no action and no hook that is about one. */
export function bulkActionHost({ user }: IndexView): HostSide {
  return {
    ...sharedHost(user, () => undefined),
    action: runner(pageActions),
    hook: async (name, request) => {
      if (name === 'fetchCrmSearch') return answerSearch(request as never);
      const hook = name === 'fetchAssociations' ? 'useAssociations' : 'useCrmProperties';
      return { error: `HubSpot has ${hook} on record pages only: a bulk action has no record.` };
    },
  };
}

/** @param onAnswer Is told the name of each function and the path of each request that was answered. */
function sharedHost(user: UserName, onAnswer: (called: string) => void) {
  return {
    async serverless(uid: string, parameters: unknown) {
      const response = await post(`/functions/${uid}`, { parameters }).catch(() => undefined);
      onAnswer(uid);
      if (!response?.ok) throw new Error(unreachable);
      return ((await response.json()) as { response: unknown }).response;
    },
    async fetch(request) {
      const response = await post(`/page/fetch?user=${user}`, request);
      onAnswer(request.url.split('/').at(-1) ?? '');
      return (await response.json()) as CardResponse;
    },
    log: (level, message) => (level === 'error' ? console.error(message) : console.info(message)),
    failed: (message, stack) => extensionProblems.report({ message, stack }),
  } satisfies Pick<HostSide, 'serverless' | 'fetch' | 'log' | 'failed'>;
}

function runner(actions: Record<string, (...values: never[]) => unknown>): HostSide['action'] {
  return async (name, ...values) => {
    const act = actions[name] as ((...values: unknown[]) => unknown) | undefined;
    if (!act) throw new Error(`HubSpot has no action ${name} here.`);
    return act(...values);
  };
}

function post(path: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
}
