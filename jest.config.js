/** One project per kind of surroundings: pure code runs in Node, what touches Excel on the real office.js. */
const shared = {
  transform: { '\\.wasm$': '<rootDir>/test/support/wasm-transform.mjs', '^.+\\.(t|j|mj)sx?$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } } }] },
  transformIgnorePatterns: ['/node_modules/(?!(jsdom/node_modules/)?(rrule-temporal|temporal-polyfill|temporal-utils|temporal-spec|hucre|@(exodus|asamuzakjp|csstools|bsull)/[^/]+|parse5|entities)/)'],
  // The package does not export them; see webpack.config.js.
  moduleNameMapper: { '^@bsull/augurs/(ets|mstl)_bg\\.wasm$': '<rootDir>/node_modules/@bsull/augurs/$1_bg.wasm' },
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json'],
};

module.exports = {
  // Tests say what is right, not how fast: a busy machine must not fail them. This ends what hangs.
  testTimeout: 300_000,
  testSequencer: '<rootDir>/.scripts/longest-first.mjs',
  // What a worker gathers over hundreds of files costs more than a new worker.
  workerIdleMemoryLimit: '1200MB',
  projects: [
    { ...shared, displayName: 'pure', testEnvironment: 'node', testMatch: ['<rootDir>/test/{domain,tables,reports,sample,functions,help,workbench,project}/**/*.test.ts?(x)'] },
    { ...shared, displayName: 'office', testEnvironment: '<rootDir>/src/workbench/jest-environment.ts', setupFiles: ['<rootDir>/src/workbench/jest-setup.ts', '<rootDir>/test/support/pane-surroundings.ts'], moduleNameMapper: { ...shared.moduleNameMapper, '^@fluentui/react-icons(/lib/providers)?$': '<rootDir>/test/support/icons.cjs' }, testMatch: ['<rootDir>/test/{excel,commands,taskpane}/**/*.test.ts?(x)'] },
    { ...shared, displayName: 'acceptance', testEnvironment: 'node', testMatch: ['<rootDir>/test/acceptance/**/*.test.ts'] },
    { ...shared, displayName: 'browser', testEnvironment: 'node', testMatch: ['<rootDir>/test/browser/**/*.test.ts'] },
  ],
};
