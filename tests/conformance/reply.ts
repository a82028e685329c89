import {
  errorOf,
  idOf,
  isJsonObject,
  parseBody,
  textOf,
  jsonObjectsIn,
  type JsonObject,
} from '@bulk-associate/engine';

/** An answer of the account. */
export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  /** The body; empty where it is no JSON object. */
  body: JsonObject;
  elapsedMs: number;
}

/** Reads a response to its end; `elapsedMs` is passed on. */
export async function replyOf(response: Response, elapsedMs: number): Promise<Reply> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parseBody(text) ?? {}, elapsedMs };
}

/** Whether the account processed the request, at least in part: a 207 counts. */
export function isDone({ status }: Reply): boolean {
  return status >= 200 && status < 300;
}

/** The errors about single inputs of a batch. */
export function errorsIn({ body }: Reply): ReturnType<typeof errorOf>[] {
  return jsonObjectsIn(body['errors']).map(errorOf);
}

/** Status, category and message of a refusal: `400 VALIDATION_ERROR "One or more associations are invalid"`. */
export function refusalIn({ status, body, text }: Reply): string {
  if (Object.keys(body).length === 0) return `${status} ${text.slice(0, 60)}`.trim();
  const { category = '', message } = errorOf(body);
  return `${status} ${category} "${message}"`.replace('  ', ' ');
}

/** The same in a line: `OBJECT_NOT_FOUND "No contact with ID 1 exists" {"id":["1"]}; …`, or `none`. */
export function errorWordsIn(reply: Reply): string {
  const words = errorsIn(reply).map(
    ({ category = '', message, context }) => `${category} "${message}" ${JSON.stringify(context)}`,
  );
  return words.join('; ') || 'none';
}

/** The pairs in the results of a batch, as `from > to`. */
export function pairsIn({ body }: Reply): Set<string> {
  const end = (value: unknown) => (isJsonObject(value) ? (idOf(value['id']) ?? '') : '');
  return new Set(jsonObjectsIn(body['results']).map(({ from, to }) => `${end(from)} > ${end(to)}`));
}

/** The labels of a link; null is the unlabelled one. */
type Labels = (string | null)[];

/** The links that a batch/read shows: record -> partner -> labels. */
export function linksIn({ body }: Reply): Map<string, Map<string, Labels>> {
  const links = new Map<string, Map<string, Labels>>();
  for (const { from, to } of jsonObjectsIn(body['results'])) {
    const partners = new Map<string, Labels>();
    for (const partner of jsonObjectsIn(to)) {
      const labels = jsonObjectsIn(partner['associationTypes']).map(({ label }) => textOf(label) ?? null);
      partners.set(idOf(partner['toObjectId']) ?? '', labels);
    }
    links.set(isJsonObject(from) ? (idOf(from['id']) ?? '') : '', partners);
  }
  return links;
}
