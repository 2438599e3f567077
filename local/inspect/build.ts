import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const PAGE = join(__dirname, 'page')

/** Bundles the developers' page into a folder of three files, which `inspectRoutes` serves. */
export async function buildInspector(outDir: string): Promise<void> {
  mkdirSync(outDir, { recursive: true })
  cpSync(join(PAGE, 'inspect.html'), join(outDir, 'inspect.html'))
  await build({
    entryPoints: { page: join(PAGE, 'main.ts') },
    outdir: outDir,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
  })
  await build({
    entryPoints: { page: join(PAGE, 'inspect.css') },
    outdir: outDir,
    bundle: true,
    minify: true,
    logLevel: 'silent',
  })
}
