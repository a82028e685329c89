import type { PGlite, PGliteOptions } from '@electric-sql/pglite';
import { TestEnvironment } from 'jest-environment-node';

declare global {
  /** Present in test files that ask for this environment: `@jest-environment` in their first comment. */
  var createEmbeddedPostgres: ((folder?: string) => Promise<PGlite>) | undefined;
}

/**
 * Node, with embedded Postgres. It is loaded once a Jest worker, outside of the sandboxes in which test files run, because
 * compiling its WebAssembly takes as long as many tests. Test files share no database.
 */
export default class PostgresEnvironment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    this.global.createEmbeddedPostgres = create;
  }
}

/** The files of an empty database. Making them takes three times as long as loading them. */
let emptyDatabase: Promise<NonNullable<PGliteOptions['loadDataDir']>> | undefined;

async function create(folder?: string): Promise<PGlite> {
  const { PGlite } = await import('@electric-sql/pglite');
  if (folder !== undefined) return PGlite.create(folder);
  emptyDatabase ??= PGlite.create().then(async (engine) => {
    const files = await engine.dumpDataDir('none');
    await engine.close();
    return files;
  });
  return PGlite.create({ loadDataDir: await emptyDatabase });
}
