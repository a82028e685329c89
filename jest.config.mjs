/** Tests stand beside the code they specify; what crosses rooms is in tests/. */
const untranspiled = ['@hubspot/ui-extensions', 'tinyspy', '@hono/node-server', 'hono'];

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{src,local,tests,bench}/**/*.test.{ts,tsx}'],
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/.cache/'],
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
