import type { AssociationLabel, NamedLabel } from '@bulk-associate/contract';
import { type JsonObject, jsonObjectsIn, textOf } from './json';
import { primaryBack, readOptional } from './labels';
import { labelsIn } from './link-rows';
import type { Run } from './run';
import { sendRequest, type Reply } from './send-request';

/** Milliseconds for which an answer about labels is used again. A renamed or deleted label shows at the latest then. */
const maxAgeMs = 300_000;

interface Kept<T> {
  at: number;
  value: T;
}

/** Translates a label of one direction into the same label of the other; undefined where it is not known. */
export type Turn = (label: AssociationLabel) => AssociationLabel | undefined;

/** The labels of an account, by direction, and which labels of two directions are one. Kept between calls. */
export class LabelDirectory {
  private readonly listed = new Map<string, Kept<NamedLabel[]>>();
  private readonly turns = new Map<string, Kept<Turn>>();

  /** The labels from one type to another; HubSpot's reply where it is no answer. `fresh`: asks in any case. */
  async labels(run: Run, from: string, to: string, fresh = false): Promise<NamedLabel[] | Reply> {
    const kept = this.recent(run, this.listed, `${from} ${to}`);
    if (kept && !fresh) return kept.value;
    const path = run.hubspot.paths.labels(from, to);
    const reply = await sendRequest(run, { method: 'GET', path, purpose: 'read' });
    if (reply.kind !== 'answered') return reply;
    const value = [...labelsIn(reply.body['results'])];
    this.listed.set(`${from} ${to}`, { at: run.environment.now(), value });
    return value;
  }

  /** HubSpot refused a label that is listed: the list is read again at the next call. */
  forget(from: string, to: string): void {
    this.listed.delete(`${from} ${to}`);
  }

  /**
   * The translation of labels from one type to another into those of the other direction. HubSpot states it nowhere. The
   * schemas of both types list the association types of their directions, and a label of the account has one name in both.
   */
  async turn(run: Run, from: string, to: string): Promise<Turn> {
    const kept = this.recent(run, this.turns, `${from} ${to}`);
    if (kept) return kept.value;
    const schemas = [await readOptional(run, run.hubspot.paths.schema(from)), await readOptional(run, run.hubspot.paths.schema(to))]; // prettier-ignore
    const value = turnBy(schemas.flatMap((schema) => jsonObjectsIn(schema?.['associations'])), from, to); // prettier-ignore
    if (schemas.every(Boolean)) this.turns.set(`${from} ${to}`, { at: run.environment.now(), value });
    return value;
  }

  private recent<T>(run: Run, kept: Map<string, Kept<T>>, key: string): Kept<T> | undefined {
    const one = kept.get(key);
    return one && run.environment.now() - one.at <= maxAgeMs ? one : undefined;
  }
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
