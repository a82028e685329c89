import { objectTypeIds, type Answer, type NoteAnswer, type NoteParameters } from '@bulk-associate/contract';
import type { Handler } from './answer-call';
import { idOf, jsonObjectsIn, numberOf, propertiesIn, textOf } from './json';
import { failuresIn, linksByRecord } from './link-rows';
import { noteHtml, type NoteWords } from './note-html';
import { Run } from './run';
import { readAssociations } from './read-associations';
import { rejection } from './refusals';
import { refusalOf, sendRequest } from './send-request';

/** HubSpot's name of the object type in paths. */
const notes = 'notes';

/** The association types from a note to a record (HubSpot's associations guide). */
const noteTypes: Readonly<Record<string, number>> = {
  [objectTypeIds.contact]: 202,
  [objectTypeIds.company]: 190,
  [objectTypeIds.deal]: 214,
  [objectTypeIds.ticket]: 228,
};

/** Pages of 500 associations that are read: a record with more notes than these is not searched further. */
const mostPages = 10;
/** The newest notes that are read, in one call. */
const newest = 100;

/**
 * Makes the handler that writes a note on a record's timeline, in the words of a language. Never rejects.
 *
 * A write is sent once, because HubSpot would make a second note of a repetition. Before it, the newest notes of the record
 * are read: one that shows the key of the run is this note, written by a call whose answer was lost. They are read by
 * their associations, which show a note at once, as a search does not. Without an answer to that nothing is written.
 */
export function saveNote(wordsIn: (language: string) => NoteWords): Handler<'save_note'> {
  return async (hubspot, parameters) => {
    const run = new Run(hubspot);
    const earlier = await findNote(run, parameters);
    if ('ok' in earlier) return earlier;
    const { noteId } = earlier;
    return noteId !== undefined ? { ok: true, noteId } : write(run, parameters, wordsIn(parameters.language));
  };
}

type Refusal = ReturnType<typeof refusalOf>;

async function write(run: Run, parameters: NoteParameters, words: NoteWords): Promise<Answer<NoteAnswer>> {
  const { id, objectType, run: noted, timeZone } = parameters;
  const types = await associationTypes(run, objectType);
  if ('ok' in types) return types;
  const { signedUser } = run.hubspot;
  const body = noteHtml(noted, { words, timeZone, signedUser });
  const reply = await sendRequest(run, {
    method: 'POST',
    path: run.hubspot.paths.createObject(notes),
    body: {
      properties: { hs_timestamp: new Date(noted.endedAt).toISOString(), hs_note_body: body },
      associations: [{ to: { id }, types: types.list }],
    },
    purpose: 'write',
  });
  const noteId = reply.kind === 'answered' ? idOf(reply.body['id']) : undefined;
  if (noteId !== undefined) return { ok: true, noteId };
  if (reply.kind !== 'unclear' && reply.kind !== 'answered') return refusalOf(run, reply);
  const written = await findNote(run, parameters);
  if ('ok' in written || written.noteId === undefined) return refusalOf(run, reply);
  return { ok: true, noteId: written.noteId };
}

/** The types of the association of a note. A custom object has one of its own. */
async function associationTypes(run: Run, objectType: string): Promise<{ list: object[] } | Refusal> {
  const typeId = noteTypes[objectType];
  const ofType = (category: string, id: number) => ({
    list: [{ associationCategory: category, associationTypeId: id }],
  });
  if (typeId !== undefined) return ofType('HUBSPOT_DEFINED', typeId);
  const path = run.hubspot.paths.labels(notes, objectType);
  const reply = await sendRequest(run, { method: 'GET', path, purpose: 'read' });
  if (reply.kind !== 'answered') return refusalOf(run, reply);
  const plain = jsonObjectsIn(reply.body['results']).find(({ label }) => textOf(label) === undefined);
  const own = numberOf(plain?.['typeId']);
  if (own === undefined) return noNotes;
  return ofType(textOf(plain?.['category']) ?? 'HUBSPOT_DEFINED', own);
}

const noNotes: Refusal = {
  ok: false,
  error: { code: 'HUBSPOT_REJECTED', message: 'HubSpot allows no note on records of this object type.' },
};

/** The note of the record that shows the key of the run, if there is one. */
async function findNote(
  run: Run,
  { objectType, id, run: { key } }: NoteParameters,
): Promise<{ noteId: string | undefined } | Refusal> {
  const ids: string[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const reply = await readAssociations(run, objectType, notes, [{ id, after }]);
    if (reply.kind !== 'answered') return refusalOf(run, reply);
    const [failure] = failuresIn(reply.body);
    if (failure) return { ok: false, error: rejection(failure) };
    const links = linksByRecord(reply.body).get(id);
    ids.push(...(links?.labels.keys() ?? []));
    after = links?.after;
    if (after === undefined) break;
  }
  if (ids.length === 0) return { noteId: undefined };
  const inputs = ids.sort(laterFirst).slice(0, newest).map((noteId) => ({ id: noteId })); // prettier-ignore
  const reply = await sendRequest(run, {
    method: 'POST',
    path: run.hubspot.paths.readObjects(notes),
    body: { inputs, properties: ['hs_note_body'] },
    purpose: 'read',
  });
  if (reply.kind !== 'answered') return refusalOf(run, reply);
  const shows = new RegExp(`(?<![\\w-])${key}(?![\\w-])`);
  const found = jsonObjectsIn(reply.body['results']).find((note) =>
    shows.test(textOf(propertiesIn(note)['hs_note_body']) ?? ''),
  );
  return { noteId: idOf(found?.['id']) };
}

/** HubSpot gives later records higher ids; some are above 2^53. */
function laterFirst(one: string, other: string): number {
  return other.length - one.length || (one < other ? 1 : -1);
}
