import { notifications } from '@mantine/notifications';
import type { RecordView } from '../address';
import { chromeMessages } from './components/chrome-messages';
import { alertColor } from './components/theme';
import type { RecordAction, SharedAction } from './connection';
import { namesGiven, readRecord } from './crm';
import { typeOf } from './object-types';
import { overlays } from './overlays';

/** An action of the SDK. Arguments arrive from the worker unchecked: their shape is that of the SDK's types. */
type Action = (...values: never[]) => unknown;

/** The actions that cards and bulk actions have. */
export const pageActions: Record<SharedAction, Action> = {
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
  navigateToPage: () => {
    throw new Error('navigateToPage leads to an app’s own pages, and those are not part of this stand-in.');
  },
  openIframeModal: ({ uri }: { uri: string }) => void window.open(uri, '_blank', 'noopener'),
  reloadPage: () => location.reload(),
};

/** What a card's calls make the page do, beside answering them. */
export interface PageCallbacks {
  /** Reads the record's association lists again. */
  readLists(): void;
  /** Reads the record's properties again, for the page and for the card. */
  readProperties(): void;
}

/** All actions of a card on a record. */
export function cardActions(
  { objectType, recordId }: RecordView,
  { readLists, readProperties }: PageCallbacks,
): Record<SharedAction | RecordAction, Action> {
  return {
    ...pageActions,
    fetchCrmObjectProperties: async (given: string[] | '*') => {
      const names = namesGiven(given);
      const { properties } = await readRecord(typeOf(objectType), recordId, names);
      return Object.fromEntries(names.map((name) => [name, properties[name] ?? '']));
    },
    refreshObjectProperties: () => {
      readProperties();
      readLists();
    },
  };
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
