const DOMAINS = '(editions|quiz|standings|practice|bank|people|units|notices)'

/** The rules of import of docs/architecture.md, one rule a sentence. */
module.exports = {
  forbidden: [
    {
      name: 'contract-stands-alone',
      comment: 'The contract imports nothing of ours.',
      severity: 'error',
      from: { path: '^miniprogram/contract/' },
      to: { path: '^(miniprogram|cloudfunctions|local|scripts|bench|test)/', pathNot: '^miniprogram/contract/' },
    },
    {
      name: 'functions-know-the-contract-only',
      comment: 'A function uses of the phone nothing but the contract, and nothing of the local stand-ins.',
      severity: 'error',
      from: { path: '^cloudfunctions/' },
      to: { path: '^(miniprogram|local|scripts|bench|test)/', pathNot: '^miniprogram/contract/' },
    },
    {
      name: 'rules-are-pure',
      comment: 'Rules import the contract and their own shapes: no database, no clock, no randomness.',
      severity: 'error',
      from: { path: '^cloudfunctions/[^/]+/([a-z-]*rules|question)\\.ts$' },
      to: {
        pathNot:
          '^(miniprogram/contract/|cloudfunctions/[^/]+/([a-z-]*rules|question)\\.ts$|node_modules/(valibot|dayjs)/)',
      },
    },
    {
      name: 'repositories-know-platform-and-contract',
      comment: 'A repository imports platform, contract, and the shapes of its own domain.',
      severity: 'error',
      from: { path: '^cloudfunctions/([^/]+)/repository/' },
      to: {
        path: '^(cloudfunctions|miniprogram)/',
        pathNot: '^(cloudfunctions/platform/|miniprogram/contract/|cloudfunctions/$1/(repository/|question\\.ts$))',
      },
    },
    {
      name: 'domains-meet-through-their-api',
      comment: 'Of another domain, only what its api.ts exports.',
      severity: 'error',
      from: { path: `^cloudfunctions/${DOMAINS}/` },
      to: { path: `^cloudfunctions/${DOMAINS}/`, pathNot: '^cloudfunctions/($1/|[^/]+/api\\.ts$)' },
    },
    {
      name: 'platform-knows-no-domain',
      severity: 'error',
      from: { path: '^cloudfunctions/platform/' },
      to: { path: `^cloudfunctions/${DOMAINS}/` },
    },
    {
      name: 'one-way-to-the-sdk',
      comment: 'wx-server-sdk is met in one file.',
      severity: 'error',
      from: { path: '^cloudfunctions/', pathNot: '^cloudfunctions/platform/cloud\\.ts$' },
      to: { path: 'wx-server-sdk' },
    },
    {
      name: 'components-look-and-touch-only',
      comment: 'A component imports no service, no store and no page.',
      severity: 'error',
      from: { path: '^miniprogram/components/' },
      // The shape of a chart or of a poster and what is wrong in a form are worked out in lib/, where they can be tested without a screen.
      to: {
        path: '^miniprogram/(services|stores|pages|packages|lib)/',
        pathNot: '^miniprogram/lib/((chart|poster)-|form\\.ts$)',
      },
    },
    {
      name: 'nothing-imports-a-page',
      severity: 'error',
      from: { path: '^(miniprogram|cloudfunctions|local)/', pathNot: '^miniprogram/(pages|packages)/' },
      to: { path: '^miniprogram/(pages|packages)/' },
    },
    {
      name: 'pages-keep-to-themselves',
      comment: 'A page imports its own parts, never another page’s.',
      severity: 'error',
      from: { path: '^miniprogram/(pages|packages)/(.+)/[^/]+$', pathNot: '^miniprogram/packages/practice/' },
      to: { path: '^miniprogram/(pages|packages)/', pathNot: '^miniprogram/$1/$2/' },
    },
    {
      name: 'practice-pages-share-the-learning',
      comment: 'Likewise; but what they learn with lies beside them, so that the main package does not carry it.',
      severity: 'error',
      from: { path: '^miniprogram/packages/practice/([^/]+)/' },
      to: { path: '^miniprogram/(pages|packages)/', pathNot: '^miniprogram/packages/practice/($1|learning)/' },
    },
    {
      name: 'the-phone-ships-no-stand-in',
      comment: 'Nothing shipped imports local/, and the phone nothing outside its own root.',
      severity: 'error',
      from: { path: '^miniprogram/' },
      to: { path: '^(cloudfunctions|local|scripts|bench|test)/' },
    },
    {
      name: 'local-runs-the-product-without-importing-it',
      severity: 'error',
      comment: 'The catalogue alone is a part of the mini-program, one that only the local phone has.',
      from: { path: '^local/', pathNot: '^local/catalogue/' },
      to: { path: '^(miniprogram|cloudfunctions)/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^dist/|/miniprogram_npm/|miniprogram/generated/)' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
