import { objectTypeIds, type SuggestParameters } from '@bulk-associate/contract';
import { linksByRecord, recordsInError } from './link-rows';
import type { Run } from './run';
import { mostAssociationReads, readAssociations } from './read-associations';
import type { Reply } from './send-request';

/** What a read told of some records: which are associated with the record, and which are not. */
interface Told {
  reply: Reply;
  free: ReadonlySet<string>;
}

/**
 * Those of `candidates` that a read showed not to be associated with the record, at most 1,000 of them. A company may have
 * thousands of contacts, deals and tickets, each of which has few companies: the candidates of a company are read, and the
 * list of any other record. Where that does not tell all, the other side is read too.
 */
export async function readUnassociated(
  run: Run,
  { objectType, id, toObjectType }: SuggestParameters,
  candidates: string[],
): Promise<{ free: ReadonlySet<string>; failed?: Reply }> {
  const asked = candidates.slice(0, mostAssociationReads);
  const fromRecord = () => readRecord(run, { objectType, id, toObjectType }, asked);
  const fromCandidates = (ids: string[]) => readCandidates(run, { objectType, id, toObjectType }, ids);
  if (asked.length === 0) return { free: new Set() };
  const isOfMany = objectType === objectTypeIds.company;
  const first = await (isOfMany ? fromCandidates(asked) : fromRecord());
  if (first.open.length === 0) return { free: first.free };
  const second = await (isOfMany ? fromRecord() : fromCandidates(first.open));
  const open = new Set(first.open);
  const free = new Set([...first.free, ...[...second.free].filter((each) => open.has(each))]);
  const isAnswered = [first, second].some(({ reply }) => reply.kind === 'answered');
  return { free, ...(!isAnswered && { failed: first.reply }) };
}

/** By the list of the record: its first page tells all if there is no other. */
async function readRecord(
  run: Run,
  { objectType, id, toObjectType }: SuggestParameters,
  candidates: string[],
): Promise<Told & { open: string[] }> {
  const reply = await readAssociations(run, objectType, toObjectType, [{ id }]);
  if (reply.kind !== 'answered') return { reply, free: new Set(), open: candidates };
  const links = linksByRecord(reply.body).get(id);
  const others = candidates.filter((each) => !links?.labels.has(each));
  const isWhole = links?.after === undefined && recordsInError(reply.body, new Set([id])).size === 0;
  return isWhole ? { reply, free: new Set(others), open: [] } : { reply, free: new Set(), open: others };
}

/** By the lists of the candidates. */
async function readCandidates(
  run: Run,
  { objectType, id, toObjectType }: SuggestParameters,
  candidates: string[],
): Promise<Told & { open: string[] }> {
  const inputs = candidates.map((each) => ({ id: each }));
  const reply = await readAssociations(run, toObjectType, objectType, inputs);
  if (reply.kind !== 'answered') return { reply, free: new Set(), open: candidates };
  const links = linksByRecord(reply.body);
  const unread = recordsInError(reply.body, new Set(candidates));
  const others = candidates.filter((each) => !links.get(each)?.labels.has(id));
  const isOpen = (each: string) => unread.has(each) || links.get(each)?.after !== undefined;
  return { reply, free: new Set(others.filter((each) => !isOpen(each))), open: others.filter(isOpen) };
}
