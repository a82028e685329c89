/** `@electric-sql/pglite` in test files: Jest runs them without `import()`, which PGlite needs. */
export const PGlite = {
  create: (folder?: string) => {
    if (!globalThis.createEmbeddedPostgres)
      throw new Error('The test file names no environment with embedded Postgres.');
    return globalThis.createEmbeddedPostgres(folder);
  },
};
