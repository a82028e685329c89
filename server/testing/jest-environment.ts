import type { PGlite, PGliteOptions } from '@electric-sql/pglite';
import { TestEnvironment } from 'jest-environment-node';
import { existsSync, readFileSync } from 'node:fs';
import { emptyEmbedded } from './empty-embedded';

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

/** The files of an empty database. */
let emptyDatabase: NonNullable<PGliteOptions['loadDataDir']> | undefined;

async function create(folder?: string): Promise<PGlite> {
  const { PGlite } = await import('@electric-sql/pglite');
  const empty = emptyEmbedded();
  if (folder !== undefined) {
    if (!existsSync(folder)) empty?.copyTo(folder);
    return PGlite.create(folder);
  }
  if (!empty) return PGlite.create();
  emptyDatabase ??= new Blob([readFileSync(empty.tar)]);
  return PGlite.create({ loadDataDir: emptyDatabase });
}
