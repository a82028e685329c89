import { requireScope } from '../access';
import { listSearchIn } from '../bodies';
import { failures } from '../errors';
import { listMembers, searchLists, wireList } from '../lists';
import { bodyOf, param, send, type App, type Ctx, type RouteContext } from './http';

/** Lists, called segments on HubSpot's screens. */
export function listRoutes(app: App, { state, now }: RouteContext): void {
  app.post('/lists/search', (c: Ctx) => {
    requireScope(c.env.scopes, 'crm.lists.read');
    return send(c, 200, searchLists(state(), listSearchIn(bodyOf(c))));
  });
  app.get('/lists/:id', (c: Ctx) => send(c, 200, { list: wireList(listIn(c)) }));
  app.get('/lists/:id/memberships', (c: Ctx) =>
    send(c, 200, listMembers(listIn(c), c.req.query('limit'), c.req.query('after'), now())),
  );

  function listIn(c: Ctx) {
    requireScope(c.env.scopes, 'crm.lists.read');
    const list = state().lists.get(param(c, 'id'));
    if (!list) throw failures.notFound();
    return list;
  }
}
