import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Things that architecture forbids and no import rule can see. */
const OUT_OF_BOUNDS = [
  { selector: 'ExportAllDeclaration', message: 'Name what you export: a contract is written by hand.' },
  { selector: 'ExportDefaultDeclaration', message: 'Export by name: one word per concept.' },
  { selector: "Identifier[name='forwardRef']", message: 'A cycle is one thing that pretends to be two.' },
];

const CLOCK = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Ask the Clock, or tx.now.' },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Ask the Clock, or tx.now.',
  },
];

const ENVIRONMENT = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Only src/config reads the environment.',
  },
];

export default tseslint.config(
  { ignores: ['dist/', 'var/', 'coverage/', 'node_modules/'] },
  js.configs.recommended,
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/restrict-plus-operands': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/require-array-sort-compare': 'error',
      '@typescript-eslint/no-base-to-string': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // Nest modules are classes that hold decorators and nothing else.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowStaticOnly: true }],
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        {
          argsIgnorePattern: '^_',
          varsIgnorePattern: '^_',
          destructuredArrayIgnorePattern: '^_',
          ignoreRestSiblings: true,
        },
      ],
      // A type that refers to itself cannot be a Record.
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      // The full-width space belongs to Japanese text.
      'no-irregular-whitespace': [
        'error',
        { skipStrings: true, skipTemplates: true, skipComments: true, skipJSXText: true, skipRegExps: true },
      ],
      '@typescript-eslint/no-invalid-void-type': [
        'error',
        { allowAsThisParameter: true, allowInGenericTypeArguments: true },
      ],
      // Cleaning input and reading bank files name control characters on purpose.
      'no-control-regex': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...OUT_OF_BOUNDS],
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    ignores: ['src/config/**', 'src/platform/clock/**', 'src/**/*.spec.ts', 'src/start/**', 'src/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...OUT_OF_BOUNDS, ...ENVIRONMENT] },
  },
  {
    // A rule that looked at the wall clock could not be tested on the day it is for.
    files: ['src/*/domain/**/*.ts', 'src/*/use-cases/**/*.ts', 'src/*/store/**/*.ts', 'src/kernel/**/*.ts'],
    ignores: ['src/**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...OUT_OF_BOUNDS, ...ENVIRONMENT, ...CLOCK] },
  },
  {
    files: ['test/**/*.ts', 'test/**/*.tsx', '**/*.spec.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'max-lines': 'off' },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        module: 'writable',
        URL: 'readonly',
        console: 'readonly',
        setTimeout: 'readonly',
      },
    },
  },
  // The formats of these tools ask for a default export.
  { files: ['.config/**', 'test/support/run/**', '**/*.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
);
