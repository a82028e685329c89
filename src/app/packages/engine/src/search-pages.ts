import { searchCap } from '@bulk-associate/contract';
import { jsonObjectsIn, numberOf, type JsonObject } from './json';
import type { Run } from './run';
import { nextPage, searchPage, sendSearch, type Search } from './search';
import type { Reply } from './send-request';

/** The most searches that wait for their turn or for an answer: at five a second, answers may take a second. */
const mostAsked = 5;

/** Consecutive pages of a search. */
export interface SearchPages {
  results: JsonObject[];
  /** The cursor of the next page; absent at the end. */
  after?: string;
  total?: number;
  /** The reply to the page at `after`, where HubSpot did not answer it. */
  failed?: Reply;
}

/** From where to read, and how far. */
interface Extent {
  /** `0`, or the `after` of earlier pages. */
  from: string;
  /** As an earlier page stated it. */
  total?: number;
  /** Whether another page may be asked for when there are so many results. */
  isWanted: (results: number) => boolean;
}

/**
 * Reads the pages of a search in their order. A cursor is believed to be the number of results to skip: where a total is
 * known, the next pages are asked for before HubSpot has answered the one before, so that the account's five searches a
 * second are used however long an answer takes. This is safe if the belief is wrong: a page counts only if the one before
 * it names exactly its cursor as the next. If it names another, what was asked for ahead is dropped, and the rest is read
 * page by page.
 */
export async function readSearchPages(
  run: Run,
  objectType: string,
  search: Omit<Search, 'after'>,
  { from, total, isWanted }: Extent,
): Promise<SearchPages> {
  const asked: { after: string; reply: Promise<Reply> }[] = [];
  const pages: SearchPages = { results: [], after: from, ...(total !== undefined && { total }) };
  let isOffset = true;

  const ask = (after: string) =>
    asked.push({ after, reply: sendSearch(run, objectType, { ...search, after }) });

  function askAhead(): void {
    for (let last = asked.at(-1); last && isOffset && asked.length < mostAsked; last = asked.at(-1)) {
      const after = Number(last.after) + searchPage;
      const isThere = after < (pages.total ?? 0) && after + searchPage <= searchCap;
      if (!isThere || !isWanted(pages.results.length + asked.length * searchPage)) return;
      ask(String(after));
    }
  }

  /** No request may start after the answer of the call: those that are not needed any more have to end first. */
  async function dropAsked(): Promise<void> {
    await Promise.all(asked.splice(0).map(({ reply }) => reply));
  }

  while (pages.after !== undefined) {
    if (asked.length > 0 && asked[0]?.after !== pages.after) {
      isOffset = false;
      await dropAsked();
    }
    if (asked.length === 0) {
      if (!isWanted(pages.results.length)) break;
      ask(pages.after);
    }
    askAhead();
    const reply = await asked.shift()?.reply;
    if (reply?.kind !== 'answered') {
      if (reply) pages.failed = reply;
      break;
    }
    pages.results.push(...jsonObjectsIn(reply.body['results']));
    const stated = numberOf(reply.body['total']);
    if (stated !== undefined) pages.total = stated;
    const after = nextPage(reply.body);
    if (after === undefined) delete pages.after;
    else pages.after = after;
  }
  await dropAsked();
  return pages;
}
