import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['**/dist/**', 'out/**', 'coverage/**', '.vscode-server/**', 'node_modules/**'] },
  ...tseslint.configs.recommended,
  regexp.configs['flat/recommended'],
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 450, skipBlankLines: true, skipComments: true }],
      // Where a function asks more, a table of rules says it better.
      complexity: ['error', 25],
      'one-var': ['error', 'never'],
      'no-console': 'error',
      'prefer-const': ['error', { destructuring: 'all' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Article text is hostile: no expression may take more than linear time on it.
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': 'error',
      // Expressions are put together from word lists and named classes, where a word may well be covered by another.
      'regexp/no-dupe-disjunctions': 'off',
      'regexp/no-dupe-characters-character-class': 'off',
      'regexp/prefer-character-class': 'off',
      'regexp/no-useless-non-capturing-group': 'off',
      'regexp/optimal-quantifier-concatenation': 'off',
      // [0-9a-fA-F] says what it means; \w and the i flag widen silently under u.
      'regexp/use-ignore-case': 'off',
      'regexp/prefer-w': 'off',
      'regexp/no-useless-assertions': 'off',
      // Character classes of look-alikes and controls are the subject of this project.
      'regexp/no-obscure-range': 'off',
      'regexp/no-control-character': 'off',
      'regexp/no-misleading-unicode-character': 'off',
      'no-control-regex': 'off',
      'no-misleading-character-class': 'off',
      'no-irregular-whitespace': 'off',
    },
  },
  {
    files: ['client/src/**/*.ts', 'server/src/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    // Programs for the terminal, and tests of anything.
    files: ['scripts/**', 'test/**', 'esbuild.mjs', 'server/src/cli/**'],
    rules: { 'no-console': 'off', '@typescript-eslint/no-floating-promises': 'off' },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    files: ['test/**'],
    rules: {
      'regexp/no-super-linear-move': 'off',
      'regexp/no-super-linear-backtracking': 'off',
      'max-lines': 'off',
      complexity: 'off',
      '@typescript-eslint/no-explicit-any': 'off',
    },
  },
);
