import { readFileSync } from 'node:fs'
import { dirname, extname, sep } from 'node:path'
import type { Loader, OnResolveArgs, OnResolveResult, Plugin, PluginBuild } from 'esbuild'
import type { SourceTree } from './source-tree'

const ENTRY = 'package-entry'
const RESOLVED = { resolved: true }
const NPM_SUFFIXES = ['.js', '.ts', '/index.js', '/index.ts']

/** Source text of each package's entry, and the component that each component's file defines. */
export interface ModulePlan {
  /** package root to JavaScript */
  entries: ReadonlyMap<string, string>
  /** absolute file name to path inside the mini-program */
  components: ReadonlyMap<string, string>
}

function forbid(tree: SourceTree, importer: string, file: string): string | undefined {
  if (file.split(sep).includes('node_modules')) return undefined
  if (!tree.isInside(file)) return 'Only files of the mini-program itself and of npm packages exist on a phone.'
  const allowed = tree.mayUse(tree.pathOf(importer), tree.pathOf(file))
  return allowed ? undefined : 'A file of another sub-package is not there on a phone.'
}

async function resolveImport(
  build: PluginBuild,
  tree: SourceTree,
  args: OnResolveArgs,
): Promise<OnResolveResult | undefined> {
  if (args.pluginData === RESOLVED || args.kind === 'entry-point' || args.namespace === ENTRY) return undefined
  const packaged = /^[./]/.test(args.path) ? undefined : tree.find(args.path, args.importer, NPM_SUFFIXES)
  const { kind, importer } = args
  const target = packaged ?? (args.path.startsWith('/') ? tree.resolve(args.path, importer) : args.path)
  const found = await build.resolve(target, { kind, importer, resolveDir: args.resolveDir, pluginData: RESOLVED })
  if (found.errors.length > 0) return { errors: found.errors }
  const reason = tree.isInside(importer) ? forbid(tree, importer, found.path) : undefined
  return reason === undefined ? { path: found.path } : { errors: [{ text: `import "${args.path}": ${reason}` }] }
}

/** Teaches esbuild how a mini-program finds its modules, and marks where each component begins. */
export function miniProgramModules(tree: SourceTree, plan: ModulePlan): Plugin {
  return {
    name: 'mini-program-modules',
    setup(build) {
      build.onResolve({ filter: /^package-entry:/ }, args => ({ path: args.path, namespace: ENTRY }))
      build.onResolve({ filter: /.*/ }, args => resolveImport(build, tree, args))
      build.onLoad({ filter: /.*/, namespace: ENTRY }, args => ({
        contents: plan.entries.get(args.path.slice(ENTRY.length + 1)) ?? '',
        resolveDir: tree.root,
        loader: 'js',
      }))
      build.onLoad({ filter: /\.[jt]s$/ }, args => {
        const path = plan.components.get(args.path)
        if (path === undefined) return undefined
        const loader: Loader = extname(args.path) === '.ts' ? 'ts' : 'js'
        const contents = `__phone.enter(${JSON.stringify(path)}); ${readFileSync(args.path, 'utf8')}`
        return { contents, loader, resolveDir: dirname(args.path) }
      })
    },
  }
}
