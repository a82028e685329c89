import { requireScope } from '../access';
import { accountDetails } from '../account';
import { failures } from '../errors';
import { findOwner, listOwners } from '../owners';
import { param, send, type App, type Ctx, type RouteContext } from './http';

/** Account information, and owners. */
export function accountRoutes(app: App, { hubId }: RouteContext): void {
  app.get('/account-info/details', (c: Ctx) => send(c, 200, accountDetails(hubId)));
  app.get('/owners', (c: Ctx) => {
    requireScope(c.env.scopes, 'crm.objects.owners.read');
    const { email, limit, after, archived } = c.req.query();
    if (archived === 'true') throw failures.notEmulated('reading archived owners');
    return send(c, 200, listOwners({ email, limit, after }));
  });
  app.get('/owners/:id', (c: Ctx) => {
    requireScope(c.env.scopes, 'crm.objects.owners.read');
    const owner = findOwner(param(c, 'id'), c.req.query('idProperty'));
    if (!owner) throw failures.notFound();
    return send(c, 200, owner);
  });
}
