import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { VANT_ICON_FILE } from './style-values'

const SOURCES = join(__dirname, '..')

/** The engine with everything around it, and the desk on which the phones lie: the same for every mini-program. */
async function bundleHost(outDir: string): Promise<void> {
  await build({
    entryPoints: {
      host: join(SOURCES, 'host/main.ts'),
      phone: join(SOURCES, 'host/styles/phone.css'),
      desk: join(SOURCES, 'desk/main.ts'),
      'desk-styles': join(SOURCES, 'desk/desk.css'),
    },
    outdir: outDir,
    bundle: true,
    minify: true,
    keepNames: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    sourcemap: 'linked',
    logLevel: 'silent',
    // glass-easel asks `process` whether it may be slow.
    banner: { js: 'var process={env:{NODE_ENV:"production"}};' },
  })
}

function copyVantIcons(nodeModulesRoot: string, outDir: string): void {
  const source = readFileSync(join(nodeModulesRoot, '@vant/icons/src/encode-woff2.less'), 'utf8')
  const font = /base64,([A-Za-z0-9+/=]+)/.exec(source)?.[1] ?? ''
  writeFileSync(join(outDir, VANT_ICON_FILE), Buffer.from(font, 'base64'))
}

export async function buildHost(nodeModulesRoot: string, outDir: string): Promise<void> {
  cpSync(join(SOURCES, 'host/phone.html'), join(outDir, 'index.html'))
  cpSync(join(SOURCES, 'desk/desk.html'), join(outDir, 'desk.html'))
  copyVantIcons(nodeModulesRoot, outDir)
  await bundleHost(outDir)
}
