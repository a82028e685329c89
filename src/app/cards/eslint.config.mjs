// Self-contained: `hs project lint` and an uploaded project have only this folder.
import js from '@eslint/js';
import { config as hubspot } from '@hubspot/eslint-config-ui-extensions';
import prettier from 'eslint-config-prettier';
import react from 'eslint-plugin-react';
import reactHooks from 'eslint-plugin-react-hooks';
import unusedImports from 'eslint-plugin-unused-imports';
import { defineConfig } from 'eslint/config';
import typescript from 'typescript-eslint';

export default defineConfig([
  { ignores: ['dist/', 'node_modules/'] },
  js.configs.recommended,
  typescript.configs.strict,
  react.configs.flat.recommended,
  react.configs.flat['jsx-runtime'],
  reactHooks.configs.flat.recommended,
  ...hubspot,
  {
    plugins: { 'unused-imports': unusedImports },
    languageOptions: { parserOptions: { tsconfigRootDir: import.meta.dirname } },
    settings: { react: { version: '18.3' } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': 'off',
      'react/prop-types': 'off',
      'unused-imports/no-unused-imports': 'error',
      'unused-imports/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@bulk-associate/engine', '@bulk-associate/engine/*'],
              message: 'The engine runs on HubSpot’s servers. Call it through an app function (sdk/sdk.ts).',
            },
            {
              group: ['@bulk-associate/messages/panel', '@bulk-associate/messages/hosted'],
              message: 'Only English is in the bundle. The other languages are loaded (locales/).',
            },
            {
              group: ['@bulk-associate/reading'],
              message: 'Pasted text is taken apart by an app function (choose/paste/text-reading.ts).',
            },
            {
              group: ['node:*', 'fs', 'path', '@hubspot/api-client'],
              message: 'A card runs in HubSpot’s worker, which has no Node APIs.',
            },
          ],
        },
      ],
    },
  },
  prettier,
]);
