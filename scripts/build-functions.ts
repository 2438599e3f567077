import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { paths } from './paths'

/** A domain is a folder with a door. */
async function domains(): Promise<string[]> {
  const entries = await readdir(paths.cloudfunctions, { withFileTypes: true })
  return entries
    .filter(entry => entry.isDirectory() && existsSync(join(paths.cloudfunctions, entry.name, 'index.ts')))
    .map(entry => entry.name)
}

interface FunctionsBuild {
  outDir?: string
  /** Whether wx-server-sdk goes into the bundle: it loads faster from there (docs/architecture.md has the figures). */
  sdkInside?: boolean
}

/**
 * Bundles every domain into a folder that can be uploaded as a cloud function: index.js, config.json, and a package.json
 * that asks for nothing but what was left outside. Not minified: it loads no slower, and the console's stack traces read
 * like the source.
 */
export async function buildFunctions({ outDir = paths.builtFunctions, sdkInside = true }: FunctionsBuild = {}) {
  await rm(outDir, { recursive: true, force: true })
  for (const domain of await domains()) {
    const folder = join(outDir, domain)
    await mkdir(folder, { recursive: true })
    await build({
      entryPoints: [join(paths.cloudfunctions, domain, 'index.ts')],
      outfile: join(folder, 'index.js'),
      bundle: true,
      platform: 'node',
      target: 'node18',
      format: 'cjs',
      legalComments: 'none',
      external: sdkInside ? [] : ['wx-server-sdk'],
      logLevel: 'warning',
    })
    await cp(join(paths.cloudfunctions, domain, 'config.json'), join(folder, 'config.json'))
    const dependencies = sdkInside ? {} : { 'wx-server-sdk': '4.0.2' }
    await writeFile(
      join(folder, 'package.json'),
      JSON.stringify({ name: domain, version: '1.0.0', main: 'index.js', dependencies }, null, 2),
    )
  }
}
