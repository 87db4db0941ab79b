const order = ['institutions', 'people', 'catalog', 'enrollment', 'learning', 'assessment', 'credentials', 'recognition'];
const tops = ['lti', 'notifications', 'reporting', 'portability', 'showcase', 'exchange', 'calendar', 'webhooks', 'operations'];
const inModules = (names) => `^src/modules/(${names.join('|')})/`;

/** The one-way street of the modules: each may use those before it, and nobody uses what sits on top. */
const oneWay = order.slice(1).map((_, index) => ({
  name: `${order[index]}-uses-only-what-is-below`,
  severity: 'error',
  from: { path: inModules([order[index]]) },
  to: {
    path: inModules([
      ...order.slice(index + 1).filter((name) => !(order[index] === 'institutions' && name === 'people')),
      ...tops,
    ]),
  },
}));

module.exports = {
  forbidden: [
    ...oneWay,
    {
      name: 'institutions-knows-no-people',
      severity: 'error',
      from: { path: inModules(['institutions']) },
      to: { path: inModules(['people']) },
    },
    {
      name: 'tops-are-apart',
      severity: 'error',
      from: { path: '^src/modules/(lti|notifications|reporting|portability|showcase|exchange|calendar|webhooks|operations)/' },
      to: { path: inModules(tops), pathNot: '^src/modules/$1/' },
    },
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(modules|roles|cli)/' },
    },
    {
      name: 'modules-only-through-their-door',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/', pathNot: '/domain/' },
      to: { path: '^src/modules/[^/]+/.+', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$'] },
    },
    {
      // Pure rules may use the pure rules and types of modules below; the door would drag the wiring in.
      name: 'domain-reaches-only-other-domains',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/domain/' },
      to: { path: '^src/modules/[^/]+/.+', pathNot: ['^src/modules/[^/]+/domain/'] },
    },
    {
      name: 'roles-only-through-doors',
      severity: 'error',
      from: { path: '^src/(roles|cli)' },
      to: { path: '^src/modules/[^/]+/.+', pathNot: '^src/modules/[^/]+/index\\.ts$' },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/domain/', pathNot: '\\.spec\\.ts$' },
      to: {
        path: ['^src/', '^node:', 'node_modules'],
        pathNot: [
          '^src/modules/[^/]+/domain/',
          '^src/platform/(can-parse-url|clock|ids|secrets)\\.ts$',
          '^node:(crypto|buffer)$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'http-and-jobs-reach-data-through-use-cases',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/(http|jobs)/' },
      to: { path: '^src/modules/[^/]+/data/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-data-knows-typeorm',
      severity: 'error',
      from: { path: '^src/modules/', pathNot: '/data/' },
      to: { path: 'node_modules/typeorm/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-module-knows-bullmq',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/(queue|database/migrate)' },
      to: { path: 'node_modules/bullmq/' },
    },
    {
      name: 'only-custody-opens-keys',
      severity: 'error',
      from: { path: '^src/', pathNot: ['/use-cases/keys/local-key-custody\\.ts$', '\\.spec\\.ts$'] },
      to: { path: '/credentials/proof/keys/key-sealing\\.ts$' },
    },
    // What checks the records must not share code with what wrote them.
    {
      name: 'fsck-shares-no-module-code',
      severity: 'error',
      from: { path: '^src/fsck/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^src/modules/', dependencyTypesNot: ['type-only'] },
    },
    { name: 'no-circles', severity: 'error', from: { pathNot: '/data/' }, to: { circular: true } },
    {
      name: 'no-dev-dependency-in-src',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'no-tests-in-src', severity: 'error', from: { path: '^src/', pathNot: '\\.spec\\.ts$' }, to: { path: '^test/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '^(dist|data|coverage)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
