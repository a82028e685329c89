import { languages } from '../../crm/languages';
import { bulkActionLocation, locations, type IndexView, type RecordView, type View } from '../address';
import { appId } from '../identity';
import { users } from '../users';
import type { ExtensionContext } from './connection';
import { objectIdOf } from './object-id';
import { typeOf } from './object-types';
import { pageSettings } from './settings';

/** What `useExtensionContext` returns to a card at this place, for this user. */
export function cardContext(view: RecordView, cardTitle: string): ExtensionContext {
  const crm = { objectId: Number(view.recordId), objectTypeId: view.objectType };
  return { location: locations[view.place], crm, ...sharedContext(view, cardTitle) };
}

/** What it returns to a bulk action that is opened on these records. */
export function bulkActionContext(view: IndexView, ids: string[], label: string): ExtensionContext {
  const crm = { objectTypeId: typeOf(view.objectType).id, objectIds: ids.map(objectIdOf) };
  return { location: bulkActionLocation, crm, ...sharedContext(view, label) };
}

function sharedContext({ user, language }: View, cardTitle: string) {
  const { id, timezone } = pageSettings.account;
  const { email, ...person } = users[user];
  return {
    portal: { id, timezone },
    user: {
      ...person,
      email,
      emails: [email],
      roles: [],
      locale: languages[language].locale,
      language,
    },
    variables: {},
    extension: { appId, appName: pageSettings.appName, cardTitle },
  };
}
