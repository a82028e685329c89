import { Hono, type Context } from 'hono';
import { requireScope, requireScopes } from './access';
import { listAdminLimits, purgeAdminLimits, setAdminLimits } from './admin-limits';
import {
  archiveAssociations,
  archiveLabels,
  associateDefault,
  associationsOf,
  createAssociations,
  readAssociations,
  type BatchOutcome,
  type PartialFailure,
} from './associations';
import {
  adminLimitIn,
  archiveIn,
  arrayIn,
  labelledPairIn,
  objectIn,
  pairIn,
  readIn,
  readObjectsIn,
  searchIn,
  typesIn as labelsIn,
} from './bodies';
import { failures } from './errors';
import { associationSchemas, limitUsage, nearLimits, schemaOf } from './definitions';
import { listMembers, searchLists, wireList } from './lists';
import { findObjectType, isTypeOfHubSpot, objectTypes, type ObjectType } from './object-types';
import { findObject, readObjects, searchObjects, wireRecord } from './objects';
import type { CrmState } from './state';
import type { ApiGeneration } from './versions';
import { fromJson, toJson } from './wire';

/** What a request carries besides itself. */
export interface Bindings {
  generation: ApiGeneration;
  scopes: Set<string>;
  body: string;
}

/** What the routes work on; read at each request, so that a reset or a new setting counts at once. */
export interface RouteContext {
  state(): CrmState;
  settings(): { partialFailure: PartialFailure; maxInputs: number };
  now(): string;
}

type Ctx = Context<{ Bindings: Bindings }>;

/** The routes, without versions in their paths. They alone know HTTP: operations take values and throw failures. */
export function createRoutes({ state, settings, now }: RouteContext): Hono<{ Bindings: Bindings }> {
  const app = new Hono<{ Bindings: Bindings }>();
  const post = (path: string, handle: (c: Ctx) => Response | Promise<Response>) => app.post(path, handle);

  post('/associations/:from/:to/batch/associate/default', (c) => {
    const [from, to] = typesIn(c, 'write');
    const inputs = inputsIn(c, settings().maxInputs, pairIn);
    return batch(c, associateDefault(state(), from, to, inputs, settings().partialFailure), {
      good: 200,
      partial: settings().partialFailure === '200' ? 200 : 207,
    });
  });
  post('/associations/:from/:to/batch/create', (c) => {
    const [from, to] = typesIn(c, 'write');
    const good = c.env.generation === '2026-09' ? 200 : 201;
    return batch(c, createAssociations(state(), from, to, inputsIn(c, 2_000, labelledPairIn)), {
      good,
      partial: 207,
    });
  });
  post('/associations/:from/:to/batch/read', (c) => {
    const [from, to] = typesIn(c, 'read');
    return batch(c, readAssociations(state(), from, to, inputsIn(c, 1_000, readIn)), {
      good: 200,
      partial: 207,
    });
  });
  post('/associations/:from/:to/batch/archive', (c) => {
    const [from, to] = typesIn(c, 'write');
    archiveAssociations(state(), from, to, inputsIn(c, 100, archiveIn));
    if (c.env.generation === 'numbered') return c.body(null, 204);
    return send(c, 200, { status: 'COMPLETE', results: [], ...times() });
  });
  post('/associations/:from/:to/batch/labels/archive', (c) => {
    const [from, to] = typesIn(c, 'write');
    archiveLabels(state(), from, to, inputsIn(c, 100, labelledPairIn));
    if (c.env.generation === 'numbered') return c.body(null, 204);
    return send(c, 200, { status: 'COMPLETE', results: [], ...times() });
  });
  app.get('/associations/:from/:to/labels', (c) => {
    const [from, to] = typesIn(c, 'read');
    const results = state().definitionsOf(from, to).map(({ category, typeId, label }) => ({ category, typeId, label })); // prettier-ignore
    return send(c, 200, { results });
  });
  app.get('/associations/definitions/configurations/:from/:to', (c) => {
    const [from, to] = typesIn(c, 'read');
    return send(c, 200, { results: listAdminLimits(state(), from, to) });
  });
  for (const operation of ['create', 'update'] as const) {
    post(`/associations/definitions/configurations/:from/:to/batch/${operation}`, (c) => {
      const [from, to] = typesIn(c, 'write');
      const results = setAdminLimits(state(), from, to, inputsIn(c, 100, adminLimitIn));
      const created = operation === 'create' && c.env.generation !== '2026-09';
      return send(c, created ? 201 : 200, { status: 'COMPLETE', results, ...times() });
    });
  }
  post('/associations/definitions/configurations/:from/:to/batch/purge', (c) => {
    const [from, to] = typesIn(c, 'write');
    purgeAdminLimits(state(), from, to, inputsIn(c, 100, adminLimitIn));
    if (c.env.generation === 'numbered') return c.body(null, 204);
    return send(c, 200, { status: 'COMPLETE', results: [], ...times() });
  });

  app.put('/objects/:from/:fromId/associations/default/:to/:toId', (c) => {
    const [from, to] = typesIn(c, 'write');
    const input = { from: { id: param(c, 'fromId') }, to: { id: param(c, 'toId') } };
    return batch(c, associateDefault(state(), from, to, [input], '400-whole-batch'), {
      good: 200,
      partial: 200,
    });
  });
  app.put('/objects/:from/:fromId/associations/:to/:toId', (c) => {
    const [from, to] = typesIn(c, 'write');
    const types = labelsIn(bodyOf(c));
    const input = { from: { id: param(c, 'fromId') }, to: { id: param(c, 'toId') }, types };
    const { results, errors } = createAssociations(state(), from, to, [input]);
    if (errors[0]) throw failures.invalid(errors[0].message, errors[0].context);
    return send(c, 201, results[0] ?? {});
  });
  app.delete('/objects/:from/:fromId/associations/:to/:toId', (c) => {
    const [from, to] = typesIn(c, 'write');
    archiveAssociations(state(), from, to, [
      { from: { id: param(c, 'fromId') }, to: [{ id: param(c, 'toId') }] },
    ]);
    return c.body(null, 204);
  });
  app.get('/objects/:from/:fromId/associations/:to', (c) => {
    const [from, to] = typesIn(c, 'read');
    const limit = Math.min(500, Number(c.req.query('limit') ?? 500));
    const page = associationsOf(state(), from, param(c, 'fromId'), to, c.req.query('after'), limit);
    return send(c, 200, { results: page.results, ...page.paging });
  });

  post('/objects/:type/search', (c) => {
    const type = typeIn(c, 'type', 'read');
    return send(c, 200, searchObjects(state(), type, searchIn(bodyOf(c))));
  });
  post('/objects/:type/batch/read', (c) => {
    const type = typeIn(c, 'type', 'read');
    return batch(c, readObjects(state(), type, readObjectsIn(bodyOf(c))), { good: 200, partial: 207 });
  });
  app.get('/objects/:type', (c) => {
    const type = typeIn(c, 'type', 'read');
    const { limit = '10', after = '0', properties } = c.req.query();
    const input = {
      limit: Math.min(100, Number(limit)),
      after,
      ...(properties && { properties: properties.split(',') }),
    };
    return send(c, 200, searchObjects(state(), type, input));
  });
  app.get('/objects/:type/:id', (c) => {
    const type = typeIn(c, 'type', 'read');
    const record = findObject(state(), type, param(c, 'id'), c.req.query('idProperty'));
    if (!record && !c.req.query('idProperty') && !/^\d+$/.test(param(c, 'id')))
      throw failures.objectNotFound(param(c, 'id'));
    if (!record) throw failures.notFound();
    return send(c, 200, wireRecord(type, record, c.req.query('properties')?.split(',')));
  });

  app.get('/properties/:type', (c) => {
    const { properties } = typeIn(c, 'type', 'read');
    const results = properties.map((property) => ({
      ...property,
      fieldType: 'text',
      groupName: 'information',
    }));
    return send(c, 200, { results });
  });
  app.get('/schemas', (c) => {
    requireScope(c.env.scopes, 'crm.schemas.custom.read');
    const custom = objectTypes.filter((type) => type.custom);
    return send(c, 200, { results: custom.map((type) => schemaOf(state(), type)) });
  });
  app.get('/schemas/:type', (c) => {
    const type = findType(param(c, 'type'));
    if (type.custom) requireScope(c.env.scopes, 'crm.schemas.custom.read');
    else requireScopes(c.env.scopes, 'read', [type]);
    return send(c, 200, schemaOf(state(), type));
  });
  app.get('/limits/associations/labels', (c) => {
    const from = findType(c.req.query('fromObjectTypeId') ?? '');
    const to = findType(c.req.query('toObjectTypeId') ?? '');
    return send(c, 200, {
      results: associationSchemas(state(), from).filter(({ toObjectTypeId }) => toObjectTypeId === to.id),
    });
  });
  app.get('/limits/associations/records/from', (c) => {
    const near = objectTypes.map((from) => nearLimits(state(), from, from, objectTypes));
    return send(c, 200, { results: near.flatMap((entry) => entry ?? []) });
  });
  app.get('/limits/associations/records/:from/to', (c) => {
    const from = typeIn(c, 'from', 'read');
    const near = objectTypes.map((to) => nearLimits(state(), to, from, [to]));
    return send(c, 200, { results: near.flatMap((entry) => entry ?? []) });
  });
  app.get('/limits/associations/records/:from/:to', (c) => {
    const [from, to] = typesIn(c, 'read');
    return send(c, 200, limitUsage(state(), from, to));
  });

  post('/lists/search', (c) => {
    requireScope(c.env.scopes, 'crm.lists.read');
    return send(c, 200, searchLists(state(), objectIn(bodyOf(c))));
  });
  app.get('/lists/:id', (c) => {
    requireScope(c.env.scopes, 'crm.lists.read');
    return send(c, 200, { list: wireList(listIn(c)) });
  });
  app.get('/lists/:id/memberships', (c) => {
    requireScope(c.env.scopes, 'crm.lists.read');
    return send(c, 200, listMembers(listIn(c), c.req.query('limit'), c.req.query('after'), now()));
  });

  app.notFound((c) => {
    const what = `${c.req.method} ${c.req.path}`;
    throw failures.notEmulated(what);
  });
  app.onError((error) => {
    throw error;
  });
  return app;

  function listIn(c: Ctx) {
    const list = state().lists.get(param(c, 'id'));
    if (!list) throw failures.notFound();
    return list;
  }

  function times() {
    return { startedAt: now(), completedAt: now() };
  }

  function batch(c: Ctx, { results, errors }: BatchOutcome, status: { good: 200 | 201; partial: 200 | 207 }) {
    const body = { status: 'COMPLETE', results, ...times() };
    if (errors.length === 0) return send(c, status.good, body);
    return send(c, status.partial, { ...body, errors, numErrors: errors.length });
  }
}

function param(c: Ctx, name: string): string {
  return c.req.param(name) ?? '';
}

function findType(name: string): ObjectType {
  const type = findObjectType(name);
  if (type) return type;
  throw isTypeOfHubSpot(name) ? failures.notEmulated(`the object type ${name}`) : failures.unknownType(name);
}

function typeIn(c: Ctx, name: string, what: 'read' | 'write'): ObjectType {
  const type = findType(param(c, name));
  requireScopes(c.env.scopes, what, [type]);
  return type;
}

function typesIn(c: Ctx, what: 'read' | 'write'): [from: ObjectType, to: ObjectType] {
  const types: [ObjectType, ObjectType] = [findType(param(c, 'from')), findType(param(c, 'to'))];
  requireScopes(c.env.scopes, what, types);
  return types;
}

function bodyOf(c: Ctx): unknown {
  if (c.env.body.trim() === '') throw failures.noBody();
  try {
    return fromJson(c.env.body);
  } catch {
    throw failures.badJson('Unexpected character');
  }
}

/** A missing or misnamed `inputs` is no error to HubSpot: it does nothing, and says COMPLETE (recorded). */
function inputsIn<T>(c: Ctx, most: number, read: (input: unknown) => T): T[] {
  const inputs = arrayIn(objectIn(bodyOf(c))['inputs'] ?? []);
  if (inputs.length > most) throw failures.tooMany(inputs.length, most);
  return inputs.map(read);
}

function send(c: Ctx, status: 200 | 201 | 207, body: object): Response {
  return c.body(toJson(body), status, { 'content-type': 'application/json;charset=utf-8' });
}
