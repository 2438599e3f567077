import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buildPhone } from '../../../local/phone/build'
import { PhoneBuildError } from '../../../local/phone/compile/problems'
import { NODE_MODULES } from './support/fixture-folders'

type Files = Record<string, string>

const SOUND: Files = {
  'app.json':
    '{ "pages": ["pages/a/a"], "subPackages": [{ "root": "one", "pages": ["p/p"] }, { "root": "two", "pages": ["q/q"] }] }',
  'app.ts': 'App({})',
  'pages/a/a.wxml': '<view>a</view>',
  'pages/a/a.ts': 'Page({})',
  'one/p/p.wxml': '<view />',
  'one/p/p.ts': 'Page({})',
  'two/q/q.wxml': '<view />',
  'two/q/q.ts': 'Page({})',
  'two/words.ts': 'export const words = []',
}

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'phone-build-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function build(files: Files) {
  const root = join(folder, 'miniprogram')
  for (const [name, text] of Object.entries({ ...SOUND, ...files })) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  return buildPhone({ miniprogramRoot: root, nodeModulesRoot: NODE_MODULES, outDir: join(folder, 'out') })
}

async function faultsOf(files: Files): Promise<string[]> {
  const error: unknown = await build(files).then(
    () => new Error('was built'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof PhoneBuildError)) throw error
  return error.problems
}

test('a sound mini-program is built without a word, one script per package', async () => {
  expect((await build({})).warnings).toEqual([])
  const scripts = readdirSync(join(folder, 'out/app')).filter(name => name.endsWith('.js'))
  expect(scripts.filter(name => !name.startsWith('chunk'))).toEqual(['main.js', 'package-one.js', 'package-two.js'])
})

test.each<[string, Files, string]>([
  ['broken JSON', { 'pages/a/a.json': '{\n  "usingComponents": {,}\n}' }, 'pages/a/a.json:2 '],
  ['a wrong setting', { 'app.json': '{ "pages": "pages/a/a" }' }, 'app.json pages '],
  ['a page without a template', { 'app.json': '{ "pages": ["pages/b/b"] }' }, 'pages/b/b.wxml is missing'],
  ['optional chaining in a template', { 'pages/a/a.wxml': '<view>\n{{ a?.b }}</view>' }, 'pages/a/a.wxml:2 '],
  [
    'a component that is nowhere',
    { 'pages/a/a.json': '{ "usingComponents": { "x": "./x" } }' },
    'pages/a/a.json usingComponents["x"]: no component at "./x"',
  ],
  [
    'a component of another sub-package',
    { 'one/p/p.json': '{ "usingComponents": { "q": "/two/q/q" } }' },
    'one/p/p.json usingComponents["q"]: "/two/q/q" is in another sub-package',
  ],
  ['an import that leads nowhere', { 'pages/a/a.ts': `import './gone'\nPage({})` }, 'pages/a/a.ts:1 '],
  [
    'code of another sub-package',
    { 'one/p/p.ts': `\nimport { words } from '../../two/words'\nPage({ words })` },
    'one/p/p.ts:2 ',
  ],
  [
    'code from outside the mini-program',
    { 'pages/a/a.ts': `import { x } from '../../../x'\nPage({ x })`, '../x.ts': 'export const x = 1' },
    'pages/a/a.ts:1 ',
  ],
  ['broken TypeScript', { 'pages/a/a.ts': 'Page({\n  data: ,\n})' }, 'pages/a/a.ts:2 '],
  ['broken WXSS', { 'pages/a/a.wxss': '.a {\n  color: red;\n' }, 'pages/a/a.wxss:1 '],
  [
    'a style sheet that is nowhere',
    { 'app.wxss': `\n@import './gone.wxss';` },
    'app.wxss:2 @import: no file at "./gone.wxss"',
  ],
  [
    'a local picture in WXSS',
    { 'app.wxss': '.a {\n  background: url(./a.png);\n}' },
    'app.wxss:2 WXSS cannot load local files',
  ],
  [
    'a template that includes nothing',
    { 'pages/a/a.wxml': '<include src="./gone" />' },
    'pages/a/a.wxml refers to pages/a/gone.wxml',
  ],
  ['a plugin', { 'app.json': '{ "pages": ["pages/a/a"], "plugins": {} }' }, 'app.json "plugins" is not provided'],
])('%s is refused with its place', async (_what, files, expected) => {
  const faults = await faultsOf(files)
  expect(faults.map(fault => fault.startsWith(expected))).toEqual([true])
})

test('one build tells every fault', async () => {
  const faults = await faultsOf({ 'pages/a/a.wxml': '<view>{{ a ?? b }}</view>', 'app.wxss': '.a { b: url(x.png) }' })
  expect(faults.map(fault => fault.split(' ')[0])).toEqual(['pages/a/a.wxml:1', 'app.wxss:1'])
})

test('what will not work is warned of', async () => {
  const { warnings } = await build({
    'pages/a/a.wxml': '<view>\n<map />\n<view bindclick-icon="x" />\n<!-- <audio /> --></view>',
    'app.wxss': '@font-face { font-family: far; src: url(https://example.com/far.woff2) }',
  })
  expect(warnings).toEqual([
    'pages/a/a.wxml:2 <map> is not provided by the local phone',
    'pages/a/a.wxml:3 bindclick-icon is never called: write bind:click-icon',
    'app.wxss:1 comes from the network, so the local phone leaves it out',
  ])
})
