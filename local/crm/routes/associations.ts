import { archiveAssociations, associateDefault, associationsOf, readAssociations } from '../associations';
import { archiveIn, labelledPairIn, pairIn, readIn, typesIn as labelsIn } from '../bodies';
import { failures } from '../errors';
import { archiveLabels, createAssociations } from '../label-links';
import {
  bodyOf,
  inputsIn,
  param,
  send,
  sendBatch,
  sendRemoved,
  typesIn,
  type App,
  type Ctx,
  type RouteContext,
} from './http';

/** Associations of records: batches and single pairs. */
export function associationRoutes(app: App, context: RouteContext): void {
  batchRoutes(app, context);
  singleRoutes(app, context);
}

function batchRoutes(app: App, { state, settings, now }: RouteContext): void {
  app.post('/associations/:from/:to/batch/associate/default', (c: Ctx) => {
    const [from, to] = typesIn(c, 'write');
    const { maxInputs, partialFailure, labelRules } = settings();
    const inputs = inputsIn(c, maxInputs, pairIn);
    const partial = partialFailure === '200' ? 200 : 207;
    return sendBatch(c, now(), associateDefault(state(), from, to, inputs, partialFailure, labelRules), {
      good: 200,
      partial,
    });
  });
  app.post('/associations/:from/:to/batch/create', (c: Ctx) => {
    const [from, to] = typesIn(c, 'write');
    const { maxInputs, partialFailure, labelRules } = settings();
    const inputs = inputsIn(c, maxInputs, labelledPairIn);
    const outcome = createAssociations(state(), from, to, inputs, partialFailure, labelRules);
    return sendBatch(c, now(), outcome, { good: 201, partial: partialFailure === '200' ? 200 : 207 });
  });
  app.post('/associations/:from/:to/batch/read', (c: Ctx) => {
    const [from, to] = typesIn(c, 'read');
    const outcome = readAssociations(state(), from, to, inputsIn(c, 1_000, readIn));
    return sendBatch(c, now(), outcome, { good: 200, partial: 207 });
  });
  app.post('/associations/:from/:to/batch/archive', (c: Ctx) => {
    const [from, to] = typesIn(c, 'write');
    archiveAssociations(state(), from, to, inputsIn(c, 100, archiveIn), settings().labelRules);
    return sendRemoved(c, now());
  });
  app.post('/associations/:from/:to/batch/labels/archive', (c: Ctx) => {
    const [from, to] = typesIn(c, 'write');
    archiveLabels(state(), from, to, inputsIn(c, 100, labelledPairIn), settings().labelRules);
    return sendRemoved(c, now());
  });
}

function singleRoutes(app: App, { state, settings, now }: RouteContext): void {
  app.put('/objects/:from/:fromId/associations/default/:to/:toId', (c: Ctx) => {
    const [from, to] = typesIn(c, 'write');
    const outcome = associateDefault(
      state(),
      from,
      to,
      [pairOf(c)],
      '400-whole-batch',
      settings().labelRules,
    );
    return sendBatch(c, now(), outcome, { good: 200, partial: 200 });
  });
  app.put('/objects/:from/:fromId/associations/:to/:toId', (c: Ctx) => {
    const [from, to] = typesIn(c, 'write');
    const input = { ...pairOf(c), types: labelsIn(bodyOf(c)) };
    const { results, errors } = createAssociations(state(), from, to, [input], '207', settings().labelRules);
    if (errors[0]) throw failures.invalid(errors[0].message, errors[0].context);
    return send(c, 201, results[0] ?? {});
  });
  app.delete('/objects/:from/:fromId/associations/:to/:toId', (c: Ctx) => {
    const [from, to] = typesIn(c, 'write');
    const { from: one, to: other } = pairOf(c);
    archiveAssociations(state(), from, to, [{ from: one, to: [other] }]);
    return c.body(null, 204);
  });
  app.get('/objects/:from/:fromId/associations/:to', (c: Ctx) => {
    const [from, to] = typesIn(c, 'read');
    const limit = Math.min(500, Number(c.req.query('limit') ?? 500));
    const page = associationsOf(state(), from, param(c, 'fromId'), to, c.req.query('after'), limit);
    return send(c, 200, { results: page.results, ...page.paging });
  });
}

function pairOf(c: Ctx) {
  return { from: { id: param(c, 'fromId') }, to: { id: param(c, 'toId') } };
}
