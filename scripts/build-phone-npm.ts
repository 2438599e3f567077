import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { dirname, extname, join, relative } from 'node:path'
import { paths } from './paths'

const VANT = join(paths.nodeModules, '@vant', 'weapp', 'lib')
const PARTS = ['.js', '.json', '.wxml', '.wxss', '.wxs']

/** Packages of plain JavaScript, file by file: DevTools' own "build npm" leaves out plug-ins and cannot read valibot's entry. */
const SCRIPTS = {
  'dayjs/index.js': 'dayjs/dayjs.min.js',
  'dayjs/plugin/utc.js': 'dayjs/plugin/utc.js',
  'valibot/index.js': 'valibot/dist/index.min.cjs',
}

/** Packages that only one sub-package loads lie in it: the main package stays small. */
const SCRIPTS_OF_PACKAGES = {
  'packages/practice': { 'ts-fsrs/index.js': 'ts-fsrs/dist/index.cjs' },
}

async function filesBelow(folder: string, extension: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter(
      entry => entry.isFile() && extname(entry.name) === extension && !entry.parentPath.includes('miniprogram_npm'),
    )
    .map(entry => join(entry.parentPath, entry.name))
}

/** Vant components that our own pages and components name, as paths below its lib folder without extension. */
async function vantEntries(): Promise<string[]> {
  const found = new Set<string>()
  for (const file of await filesBelow(paths.miniprogram, '.json')) {
    for (const [, path] of (await readFile(file, 'utf8')).matchAll(/"@vant\/weapp\/([^"]+)"/g))
      if (path) found.add(path)
  }
  return [...found]
}

const REFERENCES: Record<string, RegExp> = {
  '.js': /require\("([^"]+)"\)/g,
  '.json': /"(\.[^"]+)"/g,
  '.wxml': /(?:src|module src)="(\.[^"]+)"/g,
  '.wxss': /@import\s+['"]([^'"]+)['"]/g,
  '.wxs': /require\('([^']+)'\)/g,
}

async function referencesOf(file: string): Promise<string[]> {
  const pattern = REFERENCES[extname(file)]
  if (!pattern) return []
  const references = [...(await readFile(file, 'utf8')).matchAll(pattern)].map(match =>
    join(dirname(file), match[1] ?? ''),
  )
  return references.flatMap(path => (extname(path) ? [path] : PARTS.map(part => `${path}${part}`)))
}

/** The files of a component and of everything it uses in turn. */
async function closure(entries: readonly string[]): Promise<Set<string>> {
  const seen = new Set<string>()
  const waiting = entries.flatMap(entry => PARTS.map(part => join(VANT, `${entry}${part}`)))
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file) || !existsSync(file)) continue
    seen.add(file)
    waiting.push(...(await referencesOf(file)))
  }
  return seen
}

/** Empties the miniprogram_npm of a package; answers what copies into it. */
async function emptied(owner: string): Promise<(from: string, to: string) => Promise<void>> {
  const outDir = join(owner, 'miniprogram_npm')
  await rm(outDir, { recursive: true, force: true })
  return async (from, to) => {
    await mkdir(dirname(join(outDir, to)), { recursive: true })
    await cp(from, join(outDir, to))
  }
}

/** Fills miniprogram/miniprogram_npm with exactly what the phone loads, so that DevTools has nothing to build. */
export async function buildPhoneNpm(): Promise<void> {
  const copy = await emptied(paths.miniprogram)
  for (const [to, from] of Object.entries(SCRIPTS)) await copy(join(paths.nodeModules, from), to)
  for (const [owner, scripts] of Object.entries(SCRIPTS_OF_PACKAGES)) {
    const copyInside = await emptied(join(paths.miniprogram, owner))
    for (const [to, from] of Object.entries(scripts)) await copyInside(join(paths.nodeModules, from), to)
  }
  for (const file of await closure(await vantEntries())) await copy(file, join('@vant', 'weapp', relative(VANT, file)))
}
