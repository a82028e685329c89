import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import react from 'eslint-plugin-react';
import reactHooks from 'eslint-plugin-react-hooks';
import unusedImports from 'eslint-plugin-unused-imports';
import { defineConfig } from 'eslint/config';
import typescript from 'typescript-eslint';
import cards from './src/app/cards/eslint.config.mjs';

const cardFiles = ['src/app/cards/**/*.{ts,tsx}'];
const browserFiles = ['local/page/browser/**/*.{ts,tsx}'];

/** Which room may import what (docs: the table of rooms in the README). The message names the right import. */
function room(files, forbidden) {
  return { files, rules: { 'no-restricted-imports': ['error', { patterns: forbidden }] } };
}
const noLocal = {
  group: ['**/local/*', '**/local/**'],
  message:
    'src/ is all that HubSpot gets and knows nothing of local/. Put shared words into @bulk-associate/contract.',
};
const noCards = {
  group: ['**/cards/**', '@bulk-associate/cards'],
  message: 'Only the card imports the card. Put shared words into @bulk-associate/contract.',
};
const noEngine = {
  group: ['@bulk-associate/engine', '@bulk-associate/engine/*', '**/packages/engine/**'],
  message: 'The contract imports nothing. What both sides need belongs into it, the rest into the engine.',
};
const noFunctions = {
  group: ['**/app/functions/**', '../functions/*'],
  message: 'App functions are entry points. What several need belongs into @bulk-associate/engine.',
};
const noTests = {
  group: ['**/tests/**', '**/bench/**'],
  message:
    'tests/ and bench/ import the rooms, never the reverse. A test that crosses rooms belongs into tests/.',
};
const packagesByName = {
  group: ['**/packages/*/src/**', '**/packages/*/src'],
  message: 'Import a package by its name: @bulk-associate/contract or @bulk-associate/engine.',
};

export default defineConfig([
  { ignores: ['**/node_modules/', '**/dist/', 'coverage/', '.cache/'] },
  js.configs.recommended,
  typescript.configs.strict,
  {
    plugins: { 'unused-imports': unusedImports },
    languageOptions: {
      parserOptions: { tsconfigRootDir: import.meta.dirname },
      globals: Object.fromEntries(
        ['process', 'console', 'URL', 'fetch', 'Response', 'setTimeout', 'Buffer'].map((name) => [name, 'readonly']),
      ),
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': 'off',
      'unused-imports/no-unused-imports': 'error',
      'unused-imports/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  room(['src/app/packages/contract/**/*.ts'], [noLocal, noCards, noEngine, noFunctions]),
  room(['src/app/packages/engine/**/*.ts'], [noLocal, noCards, noFunctions, packagesByName]),
  room(['src/app/functions/**/*.ts'], [noLocal, noCards, packagesByName]),
  room(['local/**/*.{ts,tsx}'], [packagesByName, noTests]),
  {
    // Time and chance are passed into the engine, so that every run can be repeated (style: one replaceable source).
    files: ['src/app/packages/engine/**/*.ts'],
    ignores: ['**/*.test.ts', '**/environment.ts', '**/testing/**'],
    rules: {
      'no-restricted-globals': ['error', 'setTimeout', 'clearTimeout', 'fetch', 'performance', 'process'],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Take it from the environment that is passed in.' },
        { object: 'Date', property: 'now', message: 'Take it from the environment that is passed in.' },
      ],
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { globals: { require: 'readonly', module: 'writable' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: browserFiles,
    extends: [
      react.configs.flat.recommended,
      react.configs.flat['jsx-runtime'],
      reactHooks.configs.flat.recommended,
    ],
    settings: { react: { version: '18.3' } },
    rules: { 'react/prop-types': 'off' },
  },
  ...cards.map((config) => (config.ignores && !config.rules ? config : { ...config, files: cardFiles })),
  prettier,
]);
