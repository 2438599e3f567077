import { join, resolve } from 'node:path'
import { build, type BuildFailure, type Message } from 'esbuild'
import { type Manifest, packageScript } from '../shared/manifest'
import type { SourceComponent } from './components'
import { miniProgramModules, type ModulePlan } from './mini-program-modules'
import type { Problems } from './problems'
import { scriptOf, type SourceTree } from './source-tree'

// A mini-program has no browser around it: code that reaches for one must fail here as it would on a phone.
const BROWSER_NAMES = [
  'window',
  'document',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'fetch',
  'XMLHttpRequest',
  'alert',
]

export interface ScriptInput {
  components: SourceComponent[]
  /** package root to JavaScript */
  templates: ReadonlyMap<string, string>
  manifest: Manifest
  nodeModulesRoot: string
  outDir: string
}

function plan(input: ScriptInput, tree: SourceTree, problems: Problems): ModulePlan {
  const components = new Map<string, string>()
  const lines = new Map<string, string[]>([['', [`__phone.manifest(${JSON.stringify(input.manifest)})`]]])
  for (const [root, code] of input.templates) {
    lines.set(root, [
      ...(lines.get(root) ?? []),
      `__phone.templates((__wxCodeSpace__, getRegExp, getDate) => {${code}})`,
    ])
  }
  for (const { path, base } of input.components) {
    const file = scriptOf(base)
    if (file === undefined) problems.error({ file: `${base}.ts` }, 'is missing')
    else {
      components.set(file, path)
      lines
        .get(tree.packageOf(path))
        ?.push(`__phone.script(${JSON.stringify(path)}, () => require(${JSON.stringify(file)}))`)
    }
  }
  const app = scriptOf(join(tree.root, 'app'))
  if (app !== undefined) lines.get('')?.push(`__phone.app(() => require(${JSON.stringify(app)}))`)
  return { components, entries: new Map([...lines].map(([root, parts]) => [root, parts.join('\n')])) }
}

const isBuildFailure = (error: unknown): error is BuildFailure => error instanceof Error && 'errors' in error

function note(
  messages: Message[],
  tree: SourceTree,
  add: (place: { file: string; line?: number }, text: string) => void,
): void {
  for (const { text, location } of messages) {
    if (location === null) add({ file: tree.root }, text)
    else add({ file: resolve(tree.root, location.file), line: location.line }, text)
  }
}

/** Bundles TypeScript, one script per package; modules that packages share are evaluated once. */
export async function buildScripts(input: ScriptInput, tree: SourceTree, problems: Problems): Promise<void> {
  const modules = plan(input, tree, problems)
  if (problems.errors.length > 0) return
  const scripts = [...modules.entries.keys()].map(root => [
    packageScript(root).replace(/\.js$/, ''),
    `package-entry:${root}`,
  ])
  try {
    const result = await build({
      entryPoints: Object.fromEntries(scripts),
      outdir: input.outDir,
      absWorkingDir: tree.root,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'browser',
      target: 'es2022',
      charset: 'utf8',
      sourcemap: 'linked',
      logLevel: 'silent',
      tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
      nodePaths: [input.nodeModulesRoot],
      define: Object.fromEntries(BROWSER_NAMES.map(name => [name, 'undefined'])),
      plugins: [miniProgramModules(tree, modules)],
    })
    note(result.warnings, tree, (place, text) => {
      problems.warn(place, text)
    })
  } catch (error) {
    if (!isBuildFailure(error)) throw error
    note(error.errors, tree, (place, text) => {
      problems.error(place, text)
    })
  }
}
