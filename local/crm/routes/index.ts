import { Hono } from 'hono';
import { failures } from '../errors';
import { accountRoutes } from './account';
import { associationRoutes } from './associations';
import { definitionRoutes } from './definitions';
import type { App, Bindings, RouteContext } from './http';
import { listRoutes } from './lists';
import { objectRoutes } from './objects';

/**
 * The routes, without versions in their paths. HTTP is handled here only: operations take values and throw failures.
 */
export function createRoutes(context: RouteContext): App {
  const app = new Hono<{ Bindings: Bindings }>();
  associationRoutes(app, context);
  definitionRoutes(app, context);
  objectRoutes(app, context);
  listRoutes(app, context);
  accountRoutes(app, context);
  app.notFound((c) => {
    throw failures.notEmulated(`${c.req.method} ${c.req.path}`);
  });
  app.onError((error) => {
    throw error;
  });
  return app;
}
