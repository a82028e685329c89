import { notifications } from '@mantine/notifications';
import { locations, type View } from '../address';
import type { CardResponse } from '../card-request';
import { appId } from '../identity';
import { users } from '../users';
import { chromeMessages } from './components/chrome-messages';
import { alertColor } from './components/theme';
import type { ActionName, CardContext, HostSide } from './connection';
import { namesGiven, readRecord } from './crm';
import { answerAssociations, answerProperties, answerSearch } from './hook-answers';
import { typeOf } from './object-types';
import { overlays } from './overlays';
import { cardProblems } from './problems';
import { pageSettings } from './settings';

/** Whether the record's associations may have changed after a call of the function. */
function isLinking(uid: string): boolean {
  return pageSettings.linkingFunctions?.includes(uid) ?? true;
}

/** HubSpot's error to a card for a failed function, whatever the reason. */
const unreachable =
  'There was a problem reaching the app’s API. Please try again, or contact the app’s developer.';

/** What `useExtensionContext` returns to a card at this place, for this user. */
export function contextFor(
  { objectType, recordId, place, language, user }: View,
  cardTitle: string,
): CardContext {
  const { id, timezone } = pageSettings.account;
  const { email, ...person } = users[user];
  return {
    location: locations[place],
    portal: { id, timezone },
    user: {
      ...person,
      email,
      emails: [email],
      roles: [],
      locale: language === 'ja' ? 'ja-jp' : 'en-us',
      language,
    },
    crm: { objectId: Number(recordId), objectTypeId: objectType },
    variables: {},
    extension: { appId, appName: pageSettings.appName, cardTitle },
  };
}

/** What a card's calls make the page do, beside answering them. */
export interface PageCallbacks {
  /** Reads the record's association lists again. */
  readLists(): void;
  /** Reads the record's properties again, for the page and for the card. */
  readProperties(): void;
}

/** The page's implementation of everything a card can call. */
export function hostFor(view: View, callbacks: PageCallbacks): HostSide {
  const { objectType, recordId, user } = view;
  const { readLists } = callbacks;
  const type = typeOf(objectType);
  const actions = actionsFor(view, callbacks);
  return {
    async serverless(uid, parameters) {
      const response = await post(`/functions/${uid}`, { parameters }).catch(() => undefined);
      if (isLinking(uid)) readLists();
      if (!response?.ok) throw new Error(unreachable);
      return ((await response.json()) as { response: unknown }).response;
    },
    async fetch(request) {
      const response = await post(`/page/fetch?user=${user}`, request);
      if (isLinking(request.url.split('/').at(-1) ?? '')) readLists();
      return (await response.json()) as CardResponse;
    },
    action: async (name, ...values) => {
      const act = actions[name as ActionName] as (...values: unknown[]) => unknown;
      return act(...values);
    },
    // The SDK's hooks build the requests, each in its own shape.
    hook: (name, request) => {
      if (name === 'fetchCrmSearch') return answerSearch(request as never);
      if (name === 'fetchAssociations') return answerAssociations(type, recordId, request as never);
      return answerProperties(type, recordId, request as string[]);
    },
    log: (level, message) => (level === 'error' ? console.error(message) : console.info(message)),
    failed: (message, stack) => cardProblems.report({ message, stack }),
  };
}

/** The SDK's actions. Arguments arrive from the worker unchecked: their shape is that of the SDK's types. */
function actionsFor(
  { objectType, recordId }: View,
  { readLists, readProperties }: PageCallbacks,
): Record<ActionName, (...values: never[]) => unknown> {
  return {
    addAlert: ({ type, title, message }: { type?: string; title?: string; message: string }) =>
      void notifications.show({
        title,
        message,
        color: alertColor(type),
        withCloseButton: true,
        closeButtonProps: { 'aria-label': chromeMessages().close },
      }),
    closeOverlay: (id: string) => overlays.close(id),
    copyTextToClipboard: copy,
    fetchCrmObjectProperties: async (given: string[] | '*') => {
      const names = namesGiven(given);
      const { properties } = await readRecord(typeOf(objectType), recordId, names);
      return Object.fromEntries(names.map((name) => [name, properties[name] ?? '']));
    },
    navigateToPage: () => {
      throw new Error('navigateToPage leads to an app’s own pages, and those are not part of this stand-in.');
    },
    openIframeModal: ({ uri }: { uri: string }) => void window.open(uri, '_blank', 'noopener'),
    refreshObjectProperties: () => {
      readProperties();
      readLists();
    },
    reloadPage: () => location.reload(),
  };
}

function post(path: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // The clipboard API fails without permission or focus; the older command does not need them.
    const field = Object.assign(document.createElement('textarea'), { value: text });
    document.body.append(field);
    field.select();
    const copied = document.execCommand('copy');
    field.remove();
    if (!copied) throw new Error('The browser did not copy the text.');
  }
}
