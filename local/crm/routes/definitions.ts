import { requireAnyObjectScope, requireScope, requireScopes } from '../access';
import { listAdminLimits, purgeAdminLimits, setAdminLimits } from '../admin-limits';
import { adminLimitIn, labelChangeIn, newLabelIn } from '../bodies';
import { labelUsage, limitUsage, nearLimits, schemaOf } from '../definitions';
import { changeLabel, createLabel, deleteLabel, wireLabel } from '../labels';
import { objectTypes } from '../object-types';
import { listPipelines } from '../pipelines';
import { propertyRoutes } from './properties';
import {
  bodyOf,
  findType,
  inputsIn,
  param,
  send,
  sendBatch,
  sendRemoved,
  typeIn,
  typesIn,
  type App,
  type Ctx,
  type RouteContext,
} from './http';

/** Definitions: labels, limits, schemas, properties, pipelines. */
export function definitionRoutes(app: App, context: RouteContext): void {
  labelRoutes(app, context);
  adminLimitRoutes(app, context);
  propertyRoutes(app, context);
  schemaRoutes(app, context);
  limitRoutes(app, context);
}

function labelRoutes(app: App, { state }: RouteContext): void {
  app.get('/associations/:from/:to/labels', (c: Ctx) => {
    const [from, to] = typesIn(c, 'read');
    return send(c, 200, { results: state().definitionsOf(from, to).map(wireLabel) });
  });
  app.post('/associations/:from/:to/labels', (c: Ctx) => {
    const [from, to] = typesIn(c, 'write');
    const made = createLabel(state(), from, to, newLabelIn(bodyOf(c)));
    return send(c, 200, { results: made.map(wireLabel) });
  });
  app.put('/associations/:from/:to/labels', (c: Ctx) => {
    const [from, to] = typesIn(c, 'write');
    changeLabel(state(), from, to, labelChangeIn(bodyOf(c)));
    return c.body(null, 204);
  });
  app.delete('/associations/:from/:to/labels/:typeId', (c: Ctx) => {
    const [from, to] = typesIn(c, 'write');
    deleteLabel(state(), from, to, Number(param(c, 'typeId')));
    return c.body(null, 204);
  });
}

function adminLimitRoutes(app: App, { state, now }: RouteContext): void {
  const path = '/associations/definitions/configurations/:from/:to';
  app.get(path, (c: Ctx) => {
    const [from, to] = typesIn(c, 'read');
    return send(c, 200, { results: listAdminLimits(state(), from, to) });
  });
  app.post(`${path}/batch/create`, (c: Ctx) => {
    const [from, to] = typesIn(c, 'write');
    const results = setAdminLimits(state(), from, to, inputsIn(c, 100, adminLimitIn));
    return sendBatch(c, now(), { results, errors: [] }, { good: 201, partial: 207 });
  });
  app.post(`${path}/batch/update`, (c: Ctx) => {
    const [from, to] = typesIn(c, 'write');
    const limits = setAdminLimits(state(), from, to, inputsIn(c, 100, adminLimitIn));
    const results = limits.map(({ label: _, ...limit }) => limit);
    return sendBatch(c, now(), { results, errors: [] }, { good: 200, partial: 207 });
  });
  app.post(`${path}/batch/purge`, (c: Ctx) => {
    const [from, to] = typesIn(c, 'write');
    purgeAdminLimits(state(), from, to, inputsIn(c, 100, adminLimitIn));
    return sendRemoved(c, now());
  });
}

function schemaRoutes(app: App, { state }: RouteContext): void {
  app.get('/pipelines/:type', (c: Ctx) => {
    const type = findType(param(c, 'type'));
    requireAnyObjectScope(c.env.scopes);
    return send(c, 200, listPipelines(type));
  });
  app.get('/schemas', (c: Ctx) => {
    requireScope(c.env.scopes, 'crm.schemas.custom.read');
    const custom = objectTypes.filter((type) => type.custom);
    return send(c, 200, { results: custom.map((type) => schemaOf(state(), type)) });
  });
  app.get('/schemas/:type', (c: Ctx) => {
    const type = findType(param(c, 'type'));
    if (type.custom) requireScope(c.env.scopes, 'crm.schemas.custom.read');
    else requireScopes(c.env.scopes, 'read', [type]);
    return send(c, 200, schemaOf(state(), type));
  });
}

function limitRoutes(app: App, { state }: RouteContext): void {
  app.get('/limits/associations/labels', (c: Ctx) => {
    const named = (query: string | undefined) => (query === undefined ? objectTypes : [findType(query)]);
    const tos = named(c.req.query('toObjectTypeId'));
    const usages = named(c.req.query('fromObjectTypeId')).flatMap((from) =>
      tos.map((to) => labelUsage(state(), from, to)),
    );
    return send(c, 200, { results: usages.filter(({ usage }) => usage > 0) });
  });
  app.get('/limits/associations/records/from', (c: Ctx) => {
    const near = objectTypes.map((from) => nearLimits(state(), from, from, objectTypes));
    return send(c, 200, { results: near.flatMap((entry) => entry ?? []) });
  });
  app.get('/limits/associations/records/:from/to', (c: Ctx) => {
    const from = typeIn(c, 'from', 'read');
    const near = objectTypes.map((to) => nearLimits(state(), to, from, [to]));
    return send(c, 200, { results: near.flatMap((entry) => entry ?? []) });
  });
  app.get('/limits/associations/records/:from/:to', (c: Ctx) => {
    const [from, to] = typesIn(c, 'read');
    return send(c, 200, limitUsage(state(), from, to));
  });
}
