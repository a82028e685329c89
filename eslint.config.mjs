import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import react from 'eslint-plugin-react';
import reactHooks from 'eslint-plugin-react-hooks';
import unusedImports from 'eslint-plugin-unused-imports';
import { defineConfig } from 'eslint/config';
import typescript from 'typescript-eslint';
import cards from './src/app/cards/eslint.config.mjs';

const cardFiles = ['src/app/cards/**/*.{ts,tsx}', 'marketplace/card/*.ts'];
const browserFiles = ['local/page/browser/**/*.{ts,tsx}'];

/** A file of the same module: beside the importing one, or, from a folder in it, above. */
const own = ['\\./', '\\.\\./[a-z-]+$'];

/** Which module may import what (the table of modules in CONTRIBUTING.md). The message names the right import. */
const modules = [
  {
    files: ['src/app/packages/contract/**/*.ts'],
    may: own,
    message: 'The contract imports nothing. What both sides need belongs into it, the rest into the engine.',
  },
  {
    files: ['src/app/packages/messages/**/*.ts'],
    may: own,
    message:
      'The messages import nothing: they are words. What fills them in belongs into the card (locales/).',
  },
  {
    files: ['src/app/packages/engine/**/*.ts'],
    may: [...own, '@bulk-associate/contract$'],
    message:
      'The engine imports @bulk-associate/contract alone; time, chance and HTTP are passed in. What several functions need belongs into it.',
  },
  {
    files: ['src/app/packages/reading/**/*.ts'],
    may: [...own, '@bulk-associate/contract$'],
    message:
      'The reading of pasted text imports @bulk-associate/contract alone. It works on the text, and on nothing else.',
  },
  {
    files: ['src/app/functions/**/*.ts'],
    may: [...own, '@bulk-associate/(contract|engine|messages/(note|panel)|reading)$', '@hubspot/api-client$'],
    message:
      'An app function imports @bulk-associate/contract, /engine, /messages/note, /messages/panel, /reading and the official client, all by name.',
  },
  {
    files: ['src/app/packages/**/*.test.ts'],
    may: [...own, '@bulk-associate/', 'fast-check$'],
    message: 'A test beside the code imports its own module. One that crosses modules belongs into tests/.',
  },
  {
    files: ['local/**/*.{ts,tsx}'],
    mayNot: ['(\\.\\./)+(tests|bench|src|server|marketplace|scripts)/', '@bulk-associate/'],
    message:
      'hubspot-local serves any HubSpot project and imports nothing of this one: pass it in as an option of startLocal. A test of both belongs into tests/.',
  },
  {
    files: ['local/crm/**/*.ts'],
    mayNot: [
      '(\\.\\./)+(functions|page|end-to-end|tests|bench|src|server|marketplace|scripts)/',
      '@bulk-associate/',
    ],
    message:
      'The embedded CRM imports nothing but its own files, as HubSpot knows nothing of the page and the app.',
  },
  {
    files: ['{tests,bench,scripts,marketplace}/**/*.ts'],
    mayNot: ['(\\.\\./)+local/'],
    message: 'Import from hubspot-local, hubspot-local/crm, /crm/testing, /functions, /page or /testing.',
  },
  {
    files: ['server/**/*.ts'],
    mayNot: ['(\\.\\./)+(tests|bench|local|src|scripts)/', 'hubspot-local'],
    message:
      'server/ is what is hosted: it imports @bulk-associate/contract, /engine, /messages/hosted, /messages/note and /reading by name, and marketplace/. A test that needs hubspot-local belongs into tests/.',
  },
];

function importRule({ files, may, mayNot, message }) {
  const regex = may ? `^(?!${may.join('|')})` : `^(${mayNot.join('|')})`;
  return { files, rules: { 'no-restricted-imports': ['error', { patterns: [{ regex, message }] }] } };
}

export default defineConfig([
  { ignores: ['**/node_modules/', '**/dist/', 'coverage/', '.cache/'] },
  js.configs.recommended,
  typescript.configs.strict,
  {
    plugins: { 'unused-imports': unusedImports },
    languageOptions: {
      parserOptions: { tsconfigRootDir: import.meta.dirname },
      globals: Object.fromEntries(
        ['process', 'console', 'URL', 'fetch', 'Response', 'setTimeout', 'Buffer'].map((name) => [
          name,
          'readonly',
        ]),
      ),
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': 'off',
      'unused-imports/no-unused-imports': 'error',
      'unused-imports/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  ...modules.map(importRule),
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
    languageOptions: { globals: { require: 'readonly', module: 'writable', exports: 'writable' } },
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
