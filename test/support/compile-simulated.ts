import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, extname, join, relative } from 'node:path'
import ts from 'typescript'
import { root, simulatedRoot } from './simulated-root'

const miniprogram = join(root, 'miniprogram')

/** npm names become paths, as the client resolves them. */
const fromNpm = (code: string): string =>
  code.replace(/require\("(valibot|dayjs[^"]*)"\)/g, `require("${join(simulatedRoot, 'miniprogram_npm')}/$1")`)

const toJavaScript = (source: string): string =>
  ts.transpile(source, { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2020, esModuleInterop: true })

/** The mini-program with its TypeScript as plain JavaScript, which is what the simulator reads; once for all component tests. */
export default function compileSimulated(): void {
  rmSync(simulatedRoot, { recursive: true, force: true })
  cpSync(miniprogram, simulatedRoot, { recursive: true, filter: source => extname(source) !== '.ts' })
  for (const entry of readdirSync(miniprogram, { recursive: true, withFileTypes: true })) {
    if (extname(entry.name) !== '.ts') continue
    const file = join(entry.parentPath, entry.name)
    const target = join(simulatedRoot, relative(miniprogram, file)).replace(/\.ts$/, '.js')
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, fromNpm(toJavaScript(readFileSync(file, 'utf8'))))
  }
}
