import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join, relative } from 'node:path'
import { wxmlToJs, wxssToJs } from 'miniprogram-compiler'
import * as v from 'valibot'
import { root } from '../../scripts/paths'

const miniprogram = join(root, 'miniprogram')
const KILOBYTE = 1024

const appSchema = v.object({
  pages: v.array(v.string()),
  subPackages: v.array(v.object({ root: v.string(), pages: v.array(v.string()) })),
  tabBar: v.object({ list: v.array(v.object({ pagePath: v.string() })) }),
})
const readJson = (file: string): unknown => JSON.parse(readFileSync(join(miniprogram, file), 'utf8'))
const app = v.parse(appSchema, readJson('app.json'))
const pages = [
  ...app.pages,
  ...app.subPackages.flatMap(({ root: folder, pages }) => pages.map(page => `${folder}/${page}`)),
]

describe('WeChat’s own build tool', () => {
  let sizes: Record<string, number> = {}
  beforeAll(() => {
    const script = join(__dirname, 'compile-as-devtools.cjs')
    const output = execFileSync(process.execPath, [script, root], {
      cwd: tmpdir(),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const line = /^SIZES (.*)$/m.exec(output)?.[1] ?? ''
    sizes = v.parse(v.record(v.string(), v.number()), JSON.parse(line))
  }, 120_000)

  const bytesIn = (belongs: (file: string) => boolean) =>
    Object.entries(sizes).reduce((sum, [file, bytes]) => (belongs(file) ? sum + bytes : sum), 0)
  const packageOf = (file: string) =>
    app.subPackages.find(({ root: folder }) => file.startsWith(`${folder}/`))?.root ?? 'main'

  test('finds every part of every page, and no source left uncompiled', () => {
    const styled = pages.filter(page => existsSync(join(root, 'miniprogram', `${page}.wxss`)))
    const parts = [
      ...pages.flatMap(page => ['.js', '.json', '.wxml'].map(part => page + part)),
      ...styled.map(page => `${page}.wxss`),
    ]
    expect(parts.filter(part => !(part in sizes))).toEqual([])
    expect(Object.keys(sizes).filter(file => file.endsWith('.ts'))).toEqual([])
  })

  test('makes a main package under 1 MB', () => {
    const bytes = bytesIn(file => packageOf(file) === 'main')
    expect(bytes).toBeGreaterThan(100 * KILOBYTE)
    expect(bytes).toBeLessThan(KILOBYTE * KILOBYTE)
  })

  test.each(app.subPackages.map(({ root: folder }) => [folder]))('makes %s a package under 2 MB', folder => {
    const bytes = bytesIn(file => packageOf(file) === folder)
    expect(bytes).toBeGreaterThan(0)
    expect(bytes).toBeLessThan(2 * KILOBYTE * KILOBYTE)
  })

  test('keeps every tab page in the main package, and tab pictures under 40 kB', () => {
    for (const { pagePath } of app.tabBar.list) expect(app.pages).toContain(pagePath)
    const pictures = Object.entries(sizes).filter(([file]) => file.startsWith('generated/tab/'))
    expect(pictures).toHaveLength(app.tabBar.list.length * 4)
    expect(pictures.filter(([, bytes]) => bytes > 40_000)).toEqual([])
  })
})

describe('WeChat’s own WXML and WXSS compilers', () => {
  let copy = ''
  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'templates-'))
    cpSync(miniprogram, copy, { recursive: true, filter: source => extname(source) !== '.ts' })
  })
  afterEach(() => {
    rmSync(copy, { recursive: true })
  })

  test('accept every template and every style sheet', () => {
    expect(wxmlToJs(copy)).toContain('pages/home/home')
    expect(wxssToJs(copy)).toContain('pages/home/home')
  })

  test('would refuse a broken one', () => {
    writeFileSync(join(copy, 'pages/home/home.wxml'), '<view wx:if="{{a ?? b}}"></view>')
    expect(() => wxmlToJs(copy)).toThrow('home.wxml')
  })
})

describe('the words people see', () => {
  const NAMES_OF_PLACES = ['region-table.ts', 'region-names.ts']
  const chinese = /[\u4e00-\u9fff]/
  const templates = readdirSync(miniprogram, { recursive: true, withFileTypes: true })
    .filter(
      ({ name, parentPath }) =>
        /\.(wxml|ts)$/.test(name) && !/miniprogram_npm|\/copy/.test(parentPath) && !NAMES_OF_PLACES.includes(name),
    )
    .map(({ name, parentPath }) => relative(miniprogram, join(parentPath, name)))

  test('stand in copy/ and nowhere else', () => {
    expect(templates.length).toBeGreaterThan(40)
    expect(templates.filter(file => chinese.test(readFileSync(join(miniprogram, file), 'utf8')))).toEqual([])
  })
})
