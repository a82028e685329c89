import { availableParallelism } from 'node:os';

/** Tests stand beside the code they specify; what crosses modules is in tests/. */
const untranspiled = ['@hubspot/ui-extensions', 'tinyspy', '@hono/node-server', 'hono'];

/** @type {import('jest').Config} */
export default {
  // More than cores, because some of them always wait for a page, a process or a database.
  maxWorkers: availableParallelism() + 3,
  testSequencer: '<rootDir>/tests/slow-first.mjs',
  testEnvironment: '<rootDir>/local/testing/jest-environment.ts',
  globalSetup: '<rootDir>/local/testing/jest-setup.ts',
  globalTeardown: '<rootDir>/local/testing/jest-teardown.ts',
  // Jest's 5 s are real time: on a busy machine they end tests that are only slow. A test that hangs still ends.
  testTimeout: 60_000,
  testMatch: ['<rootDir>/{src,local,server,marketplace,tests,bench}/**/*.test.{ts,tsx}'],
  // The system's temporary folder may be another in each run (`scripts/test.mjs`).
  cacheDirectory: '<rootDir>/.cache/jest',
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/.cache/'],
  moduleNameMapper: { '^@electric-sql/pglite$': '<rootDir>/server/testing/pglite-for-jest.ts' },
  transform: {
    '^.+\\.[cm]?[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${untranspiled.join('|')})/)`],
};
