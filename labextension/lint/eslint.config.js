/** ESLint for every package: strict TypeScript, the rules of hooks, and the floors. */
import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

import floors from './floors.js';

export default tseslint.config(
  { ignores: ['**/lib/**', '**/node_modules/**', 'packages/*/src/generated/**'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    plugins: { 'react-hooks': hooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      // What an app logs belongs in the browser's console; `console.log` is what somebody forgot.
      'no-console': ['error', { allow: ['debug', 'info', 'warn', 'error'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 400 }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // A name that starts with `_` says that it is not used.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Key sets that a type or a check has already narrowed: `state[name]` after `name in state`.
      '@typescript-eslint/no-dynamic-delete': 'off',
      // `() => undefined` and `() => {}` mean the same; the second is what people write.
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  ...floors,
  {
    // Scripts that people run, not code of the pages.
    files: ['**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
    rules: { 'no-console': 'off' },
  },
  { files: ['packages/*/tests/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } }
);
