const typescript = [
  'ts-jest',
  {
    diagnostics: false, // types are checked once, by `npm run check`
    tsconfig: {
      target: 'ES2022',
      module: 'CommonJS',
      moduleResolution: 'node10',
      ignoreDeprecations: '6.0',
      esModuleInterop: true,
      isolatedModules: true,
      sourceMap: true,
    },
  },
]

const project = (displayName, testMatch, options = {}) => ({
  displayName,
  testMatch: testMatch.map(pattern => `<rootDir>/test/${pattern}`),
  testPathIgnorePatterns: ['/node_modules/', '/refused/', '/fixture/'],
  transform: { '\\.ts$': typescript },
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  ...options,
})

const PURE = [
  'contract/**/*.test.ts',
  'cloudfunctions/**/{rules,*-rules,bank,warm,paging}.test.ts',
  'miniprogram/**/*.test.ts',
]

const inZone = timezone => ({
  testEnvironment: '<rootDir>/test/support/zone-environment.cjs',
  testEnvironmentOptions: { timezone },
  testPathIgnorePatterns: ['/node_modules/', '/refused', '/components/'],
})

/** Pure code runs in two time zones: a day must be a Beijing day wherever the phone or the function stands. */
module.exports = {
  // One more than the cores of a small machine: browsers and functions keep a worker waiting.
  maxWorkers: 3,
  // What hangs is found all the same; a busy machine is no failure.
  testTimeout: 120_000,
  testSequencer: '<rootDir>/test/support/longest-first.cjs',
  projects: [
    project('rules (UTC)', PURE, inZone('UTC')),
    project('rules (New York)', PURE, inZone('America/New_York')),
    project('cloud', ['local/cloud/**/*.test.ts', 'cloudfunctions/**/*.cloud.test.ts']),
    project('formats', ['cloudfunctions/bank/formats/*.test.ts']),
    project('phone', ['local/phone/**/*.test.ts'], {
      globalSetup: '<rootDir>/test/local/phone/support/build-fixture.ts',
    }),
    project('inspector', ['local/inspect/**/*.test.ts']),
    project('scripts', ['scripts/**/*.test.ts']),
    project('components', ['miniprogram/components/**/*.test.ts'], {
      testEnvironment: 'jsdom',
      globalSetup: '<rootDir>/test/support/compile-simulated.ts',
    }),
    project('release', ['release/**/*.test.ts', 'contract/refused.test.ts']),
    project('journeys', ['journeys/**/*.test.ts']),
  ],
}
