import type { NamedLabel } from '@bulk-associate/contract';
import type { Turn } from './account-facts';
import { type JsonObject, jsonObjectsIn, textOf } from './json';
import { primaryBack } from './labels';
import { labelsIn } from './link-rows';
import type { Run } from './run';
import { readOptional, sendRequest, type Reply } from './send-request';

/** The labels from one type to another; HubSpot's reply where it is no answer. A warm process lists them every few minutes. */
export async function listLabels(run: Run, from: string, to: string): Promise<NamedLabel[] | Reply> {
  let failure: Reply = { kind: 'not_sent' };
  const labels = await run.hubspot.facts.linkLabels.get(run.environment, `${from} ${to}`, async () => {
    const path = run.hubspot.paths.labels(from, to);
    const reply = await sendRequest(run, { method: 'GET', path, purpose: 'read' });
    if (reply.kind === 'answered') return [...labelsIn(reply.body['results'])];
    failure = reply;
    return undefined;
  });
  return labels ?? failure;
}

/** What is listed is not what HubSpot has: it is listed again next time. */
export function forgetLabels(run: Run, from: string, to: string): void {
  run.hubspot.facts.linkLabels.forget(`${from} ${to}`);
}

/**
 * The translation of labels from one type to another into those of the other direction. HubSpot states it nowhere. The
 * schemas of both types list the association types of their directions, and a label of the account has one name in both.
 */
export async function turnFor(run: Run, from: string, to: string): Promise<Turn> {
  const turn = await run.hubspot.facts.turns.get(run.environment, `${from} ${to}`, async () => {
    const schemas = await Promise.all([from, to].map((type) => readOptional(run, run.hubspot.paths.schema(type)))); // prettier-ignore
    if (!schemas.every(Boolean)) return undefined;
    return turnBy(schemas.flatMap((schema) => jsonObjectsIn(schema?.['associations'])), from, to); // prettier-ignore
  });
  return turn ?? turnBy([], from, to);
}

function turnBy(definitions: JsonObject[], from: string, to: string): Turn {
  const between = (one: string, other: string) =>
    definitions.filter(
      (row) => String(row['fromObjectTypeId']) === one && String(row['toObjectTypeId']) === other,
    );
  const [there, back] = [between(from, to), between(to, from)];
  return (label) => {
    const primary = primaryBack(from, to, label);
    if (primary) return primary;
    // HubSpot's own have a name in each direction. Within one type, a label that is no pair looks like half of one.
    if (label.category === 'HUBSPOT_DEFINED' || from === to) return undefined;
    const names = there
      .filter(({ id }) => String(id) === String(label.typeId))
      .map(({ name }) => textOf(name));
    const ids = back.filter(({ name }) => names.includes(textOf(name))).map(({ id }) => Number(id));
    const [typeId, ...more] = new Set(ids);
    return typeId !== undefined && more.length === 0 ? { category: label.category, typeId } : undefined;
  };
}
