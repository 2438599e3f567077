import tseslint from 'typescript-eslint'

// Layer rules are in .dependency-cruiser.cjs; this file is about the code inside one file.
export default tseslint.config(
  {
    ignores: [
      'dist/',
      '.local/',
      'typings/',
      'miniprogram/**/miniprogram_npm/',
      'miniprogram/generated/',
      'test/**/refused/',
      '**/*.cjs',
      '*.mjs',
      'test/**/*.js',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      'max-lines': ['error', { max: 200, skipBlankLines: true }],
      'max-lines-per-function': ['error', { max: 45, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 10],
      'no-console': 'error',
    },
  },
  { files: ['test/**'], rules: { 'max-lines-per-function': 'off', 'max-lines': 'off' } },
  {
    files: [
      'local/**',
      'scripts/**',
      'bench/**',
      'test/run.ts',
      'test/cloudfunctions/roles/print.ts',
      'cloudfunctions/platform/log.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['miniprogram/**/*.ts', 'cloudfunctions/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.name='dayjs'][arguments.length=0]",
          message: 'The current time comes in as an argument.',
        },
        {
          selector: "CallExpression[callee.property.name='tz']",
          message: 'Beijing time is utcOffset(8): .tz() is wrong on Android.',
        },
        {
          selector: 'CallExpression[callee.property.name=/^(runTransaction|startTransaction)$/]',
          message: 'Use inTransaction of platform/transaction.ts, which retries conflicts.',
        },
      ],
    },
  },
  { files: ['cloudfunctions/platform/transaction.ts'], rules: { 'no-restricted-syntax': 'off' } },
)
