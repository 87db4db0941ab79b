import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

const swc = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));

const shared = {
  testEnvironment: 'node',
  setupFiles: ['reflect-metadata'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/web/dist', '<rootDir>/data/'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false, sourceMaps: 'inline', module: { type: 'nodenext' } }],
    // Fastify requires an ESM-only `cookie`, which Jest's CommonJS loader refuses below Node 24.9.
    '/node_modules/.*cookie/.+\\.js$': ['@swc/jest', { jsc: { target: 'es2023' }, module: { type: 'commonjs' } }],
  },
  transformIgnorePatterns: ['/node_modules/(?!(light-my-request/node_modules/)?cookie/)'],
};

const project = (displayName, testMatch, extra = {}) => ({ ...shared, displayName, testMatch, ...extra });

// One PostgreSQL server for the whole run; each test file clones a database of its own.
const onPostgres = {
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};
const inTheBrowser = { ...onPostgres, globalSetup: '<rootDir>/test/support/global-setup-with-web.mjs' };

export default {
  testTimeout: 60_000,
  // Each worker runs whole applications with their connection pools: more than a few would exhaust the one test server.
  maxWorkers: Math.min(availableParallelism(), 4),
  // ESM modules of finished test files are never collected; a worker that grew is replaced.
  workerIdleMemoryLimit: '1200MB',
  projects: [
    project('unit', ['<rootDir>/src/**/*.spec.ts', '<rootDir>/web/src/**/*.spec.ts']),
    project('medium', ['<rootDir>/test/medium/**/*.test.ts'], onPostgres),
    project('e2e', ['<rootDir>/test/e2e/**/*.test.ts'], onPostgres),
    project('contract', ['<rootDir>/test/contract/**/*.test.ts'], onPostgres),
    project('browser', ['<rootDir>/test/browser/**/*.test.ts'], inTheBrowser),
    project('course-material', ['<rootDir>/test/course-material/**/*.test.ts'], inTheBrowser),
    project('chaos', ['<rootDir>/test/chaos/**/*.test.ts']),
  ],
};
