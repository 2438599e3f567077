import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readAppConfig } from './compile/app-config'
import { copyAssets } from './compile/assets'
import { charactersIn } from './compile/characters'
import { ComponentWalk } from './compile/components'
import { type GuestPackage, pagesOf } from './compile/guest-package'
import { buildHost } from './compile/host-scripts'
import { makeManifest } from './compile/make-manifest'
import { NpmPackages } from './compile/npm-packages'
import { PhoneBuildError, Problems } from './compile/problems'
import { buildScripts } from './compile/scripts'
import { SourceTree } from './compile/source-tree'
import { nameStyleScopes } from './compile/style-scopes'
import { buildStyles } from './compile/styles'
import { buildTemplates } from './compile/templates'
import { watchFolder } from './compile/watch'

export interface PhoneBuildOptions {
  /** the folder with app.json */
  miniprogramRoot: string
  nodeModulesRoot: string
  /** receives static files only; `phoneRoutes` serves it */
  outDir: string
  guest?: GuestPackage
  /** build again when a file of the mini-program changes; later faults go to the console and to the desk */
  watch?: boolean
}

export interface BuiltPhone {
  /** what will not work on the phone, one `file:line what` each */
  warnings: string[]
  /** ends watching */
  stop: () => void
}

async function buildMiniProgram(options: PhoneBuildOptions): Promise<string[]> {
  const { miniprogramRoot: root, nodeModulesRoot, outDir, guest } = options
  const problems = new Problems(root)
  const app = readAppConfig(root, problems)
  if (app === undefined) throw new PhoneBuildError(problems.errors)
  if (guest) app.packages[guest.root] = pagesOf(guest)
  const tree = new SourceTree(root, new NpmPackages(nodeModulesRoot), Object.keys(app.packages), guest)
  const components = new ComponentWalk(tree, app, problems).run()
  const scopes = nameStyleScopes(components)
  const templates = buildTemplates(components, tree, problems)
  const styles = buildStyles(components, scopes, tree, problems)
  const manifest = makeManifest(app, components, scopes, templates.missingTags)
  const scripts = join(outDir, 'app-next')
  rmSync(scripts, { recursive: true, force: true })
  await buildScripts(
    { components, templates: templates.code, manifest, nodeModulesRoot, outDir: scripts },
    tree,
    problems,
  )
  if (problems.errors.length > 0) throw new PhoneBuildError(problems.errors)
  writeFileSync(join(scripts, 'app.css'), styles)
  writeFileSync(join(scripts, 'characters.txt'), charactersIn(scripts))
  takePlace(scripts, join(outDir, 'app'))
  copyAssets(root, join(outDir, 'files'))
  return problems.warnings
}

/** A build that fails leaves the one before it as it was. */
function takePlace(fresh: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  renameSync(fresh, folder)
}

/** The desk asks for this file: a new number makes the phones load again, a fault is shown. */
function stamp(outDir: string, fault = ''): void {
  writeFileSync(join(outDir, 'build.json'), JSON.stringify({ builtAt: Date.now(), fault }))
}

/**
 * Builds the unmodified mini-program for an ordinary browser.
 * @throws PhoneBuildError with one `file:line what` per fault
 */
export async function buildPhone(options: PhoneBuildOptions): Promise<BuiltPhone> {
  const paths = {
    miniprogramRoot: resolve(options.miniprogramRoot),
    nodeModulesRoot: resolve(options.nodeModulesRoot),
    outDir: resolve(options.outDir),
    ...(options.guest && { guest: { ...options.guest, folder: resolve(options.guest.folder) } }),
  }
  mkdirSync(paths.outDir, { recursive: true })
  // Both are waited for: nothing may still be written once the caller knows of a fault.
  const [mini, host] = await Promise.allSettled([
    buildMiniProgram(paths),
    buildHost(paths.nodeModulesRoot, paths.outDir),
  ])
  if (mini.status === 'rejected') throw mini.reason
  if (host.status === 'rejected') throw host.reason
  const warnings = mini.value
  stamp(paths.outDir)
  return { warnings, stop: options.watch === true ? keepBuilt(paths) : () => undefined }
}

function keepBuilt(paths: PhoneBuildOptions): () => void {
  const rebuild = () =>
    buildMiniProgram(paths).then(
      () => {
        stamp(paths.outDir)
      },
      (error: unknown) => {
        console.error(error instanceof PhoneBuildError ? error.message : error)
        stamp(paths.outDir, error instanceof Error ? error.message : String(error))
      },
    )
  let last: Promise<void> = Promise.resolve()
  const again = () => {
    last = last.then(rebuild)
  }
  const watched = [paths.miniprogramRoot, ...(paths.guest ? [paths.guest.folder] : [])]
  const stops = watched.map(folder => watchFolder(folder, again))
  return () => {
    stops.forEach(stop => {
      stop()
    })
  }
}
