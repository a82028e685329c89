import type { Context, Hono } from 'hono';
import { requireScopes } from '../access';
import type { BatchOutcome, PartialFailure } from '../associations';
import { arrayIn, objectIn } from '../bodies';
import { failures } from '../errors';
import type { LabelRules } from '../label-rules';
import { findObjectType, isTypeOfHubSpot, type ObjectType } from '../object-types';
import type { CrmState } from '../state';
import type { ApiGeneration } from '../versions';
import { fromJson, toJson } from '../wire';

/** What the routes get beside the request. */
export interface Bindings {
  generation: ApiGeneration;
  scopes: Set<string>;
  body: string;
}

/** What the routes work on. Read at each request, so that a reset and new settings take effect at once. */
export interface RouteContext {
  /** The id of the account. */
  hubId: number;
  state(): CrmState;
  settings(): { partialFailure: PartialFailure; maxInputs: number; labelRules: LabelRules };
  /** ISO 8601. */
  now(): string;
}

/** The application to which each file adds its routes. */
export type App = Hono<{ Bindings: Bindings }>;

/** The context of a request. */
export type Ctx = Context<{ Bindings: Bindings }>;

/** A parameter of the path. The route's pattern guarantees it, which the type of a context does not show. */
export function param(c: Ctx, name: string): string {
  return c.req.param(name) ?? '';
}

/** The object type of a name. Throws a 400 if HubSpot has none, and a 501 if only the embedded CRM has none. */
export function findType(name: string): ObjectType {
  const type = findObjectType(name);
  if (type) return type;
  throw isTypeOfHubSpot(name) ? failures.notEmulated(`the object type ${name}`) : failures.unknownType(name);
}

/** The object type in the path. Throws a 403 if the token's scopes do not allow the access. */
export function typeIn(c: Ctx, name: string, what: 'read' | 'write'): ObjectType {
  const type = findType(param(c, name));
  requireScopes(c.env.scopes, what, [type]);
  return type;
}

/** The two object types of `/{from}/{to}/`. Throws a 403 if the token's scopes do not allow the access to both. */
export function typesIn(c: Ctx, what: 'read' | 'write'): [from: ObjectType, to: ObjectType] {
  const types: [ObjectType, ObjectType] = [findType(param(c, 'from')), findType(param(c, 'to'))];
  requireScopes(c.env.scopes, what, types);
  return types;
}

/** The body as unchecked JSON, for the readers of `bodies.ts`. Throws a 400 if it is no JSON. */
export function bodyOf(c: Ctx): unknown {
  if (c.env.body.trim() === '') throw failures.noBody();
  try {
    return fromJson(c.env.body);
  } catch {
    throw failures.badJson('Unexpected character');
  }
}

/**
 * The `inputs` of a batch. Throws a 400 if there are more than `most`. A missing or misnamed `inputs` is no error:
 * HubSpot does nothing and answers COMPLETE (recorded).
 */
export function inputsIn<T>(c: Ctx, most: number, read: (input: unknown) => T): T[] {
  const inputs = arrayIn(objectIn(bodyOf(c))['inputs'] ?? []);
  if (inputs.length > most) throw failures.tooMany(inputs.length, most);
  return inputs.map(read);
}

/** Answers with JSON in which every `WireNumber` is a number; `c.json` would send text. */
export function send(c: Ctx, status: 200 | 201 | 207, body: object): Response {
  return c.body(toJson(body), status, { 'content-type': 'application/json;charset=utf-8' });
}

/** Answers a batch: with the status `partial` if there are errors. */
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

/** Answers a removal: the numbered versions with a 204, the dated ones with an empty batch (documents). */
export function sendRemoved(c: Ctx, now: string): Response {
  if (c.env.generation === 'numbered') return c.body(null, 204);
  return sendBatch(c, now, { results: [], errors: [] }, { good: 200, partial: 200 });
}
