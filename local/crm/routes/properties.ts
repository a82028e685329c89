import { readPropertiesIn } from '../bodies';
import { batchErrors, failures } from '../errors';
import {
  findGroup,
  findProperty,
  listGroups,
  listProperties,
  readProperties,
  type PropertyQuery,
} from '../properties';
import { bodyOf, param, send, sendBatch, typeIn, type App, type Ctx, type RouteContext } from './http';

/** HubSpot's maximum for batches of properties. */
const mostProperties = 100;

/** The properties of object types, and their groups. They are read only: an account's properties do not change here. */
export function propertyRoutes(app: App, { now }: RouteContext): void {
  app.get('/properties/:type', (c: Ctx) => {
    const type = typeIn(c, 'type', 'read');
    return send(c, 200, { results: listProperties(type, queryOf(c)) });
  });
  app.get('/properties/:type/groups', (c: Ctx) => {
    const type = typeIn(c, 'type', 'read');
    return send(c, 200, { results: listGroups(type, c.req.query('locale')) });
  });
  app.get('/properties/:type/groups/:group', (c: Ctx) => {
    const type = typeIn(c, 'type', 'read');
    return send(c, 200, findGroup(type, param(c, 'group'), c.req.query('locale')));
  });
  app.get('/properties/:type/:name', (c: Ctx) => {
    const type = typeIn(c, 'type', 'read');
    return send(c, 200, findProperty(type, param(c, 'name'), queryOf(c)));
  });
  app.post('/properties/:type/batch/read', (c: Ctx) => {
    const type = typeIn(c, 'type', 'read');
    const { names, archived } = readPropertiesIn(bodyOf(c));
    if (names.length > mostProperties) throw failures.tooMany(names.length, mostProperties);
    const { found, missing } = readProperties(type, names, { ...queryOf(c), archived });
    const errors = missing.map((name) => batchErrors.propertyNotFound(name));
    return sendBatch(c, now(), { results: found, errors }, { good: 200, partial: 207 });
  });
}

function queryOf(c: Ctx): PropertyQuery {
  const { archived, locale, dataSensitivity } = c.req.query();
  return {
    archived: archived === 'true',
    ...(locale !== undefined && { locale }),
    ...(dataSensitivity !== undefined && { dataSensitivity }),
  };
}
