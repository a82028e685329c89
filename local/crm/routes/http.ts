import type { Context, Hono } from 'hono';
import { requireScopes } from '../access';
import type { BatchOutcome, PartialFailure } from '../associations';
import { arrayIn, objectIn } from '../bodies';
import { failures } from '../errors';
import { findObjectType, isTypeOfHubSpot, type ObjectType } from '../object-types';
import type { CrmState } from '../state';
import type { ApiGeneration } from '../versions';
import { fromJson, toJson } from '../wire';

/** What a request carries besides itself. */
export interface Bindings {
  generation: ApiGeneration;
  scopes: Set<string>;
  body: string;
}

/** What the routes work on; read at each request, so that a reset or a new setting counts at once. */
export interface RouteContext {
  /** The account whose data they are. */
  hubId: number;
  state(): CrmState;
  settings(): { partialFailure: PartialFailure; maxInputs: number };
  /** ISO 8601. */
  now(): string;
}

/** What a file of routes adds its own to. */
export type App = Hono<{ Bindings: Bindings }>;

/** A request at its route. */
export type Ctx = Context<{ Bindings: Bindings }>;

/** A part of the path. The route says that it is there, which the type of a context alone does not. */
export function param(c: Ctx, name: string): string {
  return c.req.param(name) ?? '';
}

/** Refuses a name with a 400, or, if HubSpot has such a type and this CRM has not, with a 501. */
export function findType(name: string): ObjectType {
  const type = findObjectType(name);
  if (type) return type;
  throw isTypeOfHubSpot(name) ? failures.notEmulated(`the object type ${name}`) : failures.unknownType(name);
}

/** The object type the path names, if the token may do this with it. */
export function typeIn(c: Ctx, name: string, what: 'read' | 'write'): ObjectType {
  const type = findType(param(c, name));
  requireScopes(c.env.scopes, what, [type]);
  return type;
}

/** The two object types of `/{from}/{to}/`, if the token may do this with both. */
export function typesIn(c: Ctx, what: 'read' | 'write'): [from: ObjectType, to: ObjectType] {
  const types: [ObjectType, ObjectType] = [findType(param(c, 'from')), findType(param(c, 'to'))];
  requireScopes(c.env.scopes, what, types);
  return types;
}

/** The body as JSON, of which nothing is certain; a 400 where it is none. `bodies.ts` reads it further. */
export function bodyOf(c: Ctx): unknown {
  if (c.env.body.trim() === '') throw failures.noBody();
  try {
    return fromJson(c.env.body);
  } catch {
    throw failures.badJson('Unexpected character');
  }
}

/**
 * The `inputs` of a batch, `most` of them at most. A missing or misnamed `inputs` is no error to HubSpot: it does
 * nothing, and says COMPLETE (recorded).
 */
export function inputsIn<T>(c: Ctx, most: number, read: (input: unknown) => T): T[] {
  const inputs = arrayIn(objectIn(bodyOf(c))['inputs'] ?? []);
  if (inputs.length > most) throw failures.tooMany(inputs.length, most);
  return inputs.map(read);
}

/** JSON with the digits of every `WireNumber`, which `c.json` would send as text. */
export function send(c: Ctx, status: 200 | 201 | 207, body: object): Response {
  return c.body(toJson(body), status, { 'content-type': 'application/json;charset=utf-8' });
}

/** A batch that is done; `errors` make it a partial one. */
export function sendBatch(
  c: Ctx,
  now: string,
  { results, errors }: BatchOutcome,
  status: { good: 200 | 201; partial: 200 | 207 },
): Response {
  const body = { status: 'COMPLETE', results, startedAt: now, completedAt: now };
  if (errors.length === 0) return send(c, status.good, body);
  return send(c, status.partial, { ...body, errors, numErrors: errors.length });
}

/** The numbered paths answer a removal with nothing, the dated ones with an empty batch. */
export function sendRemoved(c: Ctx, now: string): Response {
  if (c.env.generation === 'numbered') return c.body(null, 204);
  return sendBatch(c, now, { results: [], errors: [] }, { good: 200, partial: 200 });
}
