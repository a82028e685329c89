import { idIn, mergeIn, newRecordIn, readObjectsIn, recordChangeIn, searchIn } from '../bodies';
import { failures } from '../errors';
import type { ObjectType } from '../object-types';
import { findObject, listObjects, readObjects, wireRecord } from '../objects';
import { mergeRecords } from '../record-merges';
import { archiveRecords, createRecords, updateRecords } from '../record-writes';
import { refuseLongSearch, searchObjects } from '../search';
import type { CrmRecord } from '../state';
import {
  bodyOf,
  inputsIn,
  param,
  send,
  sendBatch,
  typeIn,
  type App,
  type Ctx,
  type RouteContext,
} from './http';

/** HubSpot's maximum for object batches. */
const mostRecords = 100;

/** Records: search, read, create, update, merge, archive. */
export function objectRoutes(app: App, context: RouteContext): void {
  readRoutes(app, context);
  writeRoutes(app, context);
}

function readRoutes(app: App, { state, now }: RouteContext): void {
  app.post('/objects/:type/search', (c: Ctx) => {
    const type = typeIn(c, 'type', 'read');
    refuseLongSearch(c.env.body);
    return send(c, 200, searchObjects(state(), type, searchIn(bodyOf(c))));
  });
  app.post('/objects/:type/batch/read', (c: Ctx) => {
    const type = typeIn(c, 'type', 'read');
    refuseArchived(c);
    const outcome = readObjects(state(), type, readObjectsIn(bodyOf(c)));
    return sendBatch(c, now(), outcome, { good: 200, partial: 207 });
  });
  app.get('/objects/:type', (c: Ctx) => {
    const type = typeIn(c, 'type', 'read');
    refuseArchived(c);
    const { limit, after, properties } = c.req.query();
    const input = {
      ...(limit && { limit: Number(limit) }),
      ...(after && { after }),
      ...(properties && { properties: properties.split(',') }),
    };
    return send(c, 200, listObjects(state(), type, input));
  });
  app.get('/objects/:type/:id', (c: Ctx) => {
    const type = typeIn(c, 'type', 'read');
    refuseArchived(c);
    return send(c, 200, wireRecord(state(), type, recordIn(c, type), c.req.query('properties')?.split(',')));
  });

  /** Archived records are deleted here: HubSpot's recycling bin is not emulated. */
  function refuseArchived(c: Ctx): void {
    if (c.req.query('archived') === 'true') throw failures.notEmulated('reading archived records');
  }

  function recordIn(c: Ctx, type: ObjectType): CrmRecord {
    const id = param(c, 'id');
    const idProperty = c.req.query('idProperty');
    const record = findObject(state(), type, id, idProperty);
    if (record) return record;
    throw idProperty === undefined && !/^\d+$/.test(id) ? failures.objectNotFound(id) : failures.notFound();
  }
}

function writeRoutes(app: App, { state, now }: RouteContext): void {
  app.post('/objects/:type', (c: Ctx) => {
    const type = typeIn(c, 'type', 'write');
    const [record] = createRecords(state(), type, [newRecordIn(bodyOf(c))], now());
    return send(c, 201, record ?? {});
  });
  app.post('/objects/:type/batch/create', (c: Ctx) => {
    const type = typeIn(c, 'type', 'write');
    const results = createRecords(state(), type, inputsIn(c, mostRecords, newRecordIn), now());
    return sendBatch(c, now(), { results, errors: [] }, { good: 201, partial: 207 });
  });
  app.patch('/objects/:type/:id', (c: Ctx) => {
    const type = typeIn(c, 'type', 'write');
    const { properties } = newRecordIn(bodyOf(c));
    const change = { id: param(c, 'id'), properties, ...idPropertyOf(c.req.query('idProperty')) };
    const [record] = updateRecords(state(), type, [change], now()).results;
    if (!record) throw failures.notFound();
    return send(c, 200, record);
  });
  app.post('/objects/:type/batch/update', (c: Ctx) => {
    const type = typeIn(c, 'type', 'write');
    const outcome = updateRecords(state(), type, inputsIn(c, mostRecords, recordChangeIn), now());
    return sendBatch(c, now(), outcome, { good: 200, partial: 207 });
  });
  app.post('/objects/:type/merge', (c: Ctx) => {
    const type = typeIn(c, 'type', 'write');
    return send(c, 200, mergeRecords(state(), type, mergeIn(bodyOf(c)), now()));
  });
  app.delete('/objects/:type/:id', (c: Ctx) => {
    const type = typeIn(c, 'type', 'write');
    archiveRecords(state(), type, [param(c, 'id')]);
    return c.body(null, 204);
  });
  app.post('/objects/:type/batch/archive', (c: Ctx) => {
    const type = typeIn(c, 'type', 'write');
    archiveRecords(
      state(),
      type,
      inputsIn(c, mostRecords, (input) => idIn(input).id),
    );
    return c.body(null, 204);
  });
}

function idPropertyOf(idProperty: string | undefined) {
  return idProperty === undefined ? {} : { idProperty };
}
