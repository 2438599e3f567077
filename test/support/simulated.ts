import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, extname, join, relative } from 'node:path'
import simulate from 'miniprogram-simulate'
import ts from 'typescript'
import { root } from './compile'

const miniprogram = join(root, 'miniprogram')

/** npm names become paths, as the client resolves them. */
const fromNpm = (code: string, outDir: string): string =>
  code.replace(/require\("(valibot|dayjs[^"]*)"\)/g, `require("${join(outDir, 'miniprogram_npm')}/$1")`)

const toJavaScript = (source: string): string =>
  ts.transpile(source, { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2020, esModuleInterop: true })

/** The mini-program with its TypeScript as plain JavaScript, which is what the simulator reads. */
function compiled(): string {
  const outDir = mkdtempSync(join(tmpdir(), 'simulated-'))
  cpSync(miniprogram, outDir, { recursive: true, filter: source => extname(source) !== '.ts' })
  for (const entry of readdirSync(miniprogram, { recursive: true, withFileTypes: true })) {
    if (extname(entry.name) !== '.ts') continue
    const file = join(entry.parentPath, entry.name)
    const target = join(outDir, relative(miniprogram, file)).replace(/\.ts$/, '.js')
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, fromNpm(toJavaScript(readFileSync(file, 'utf8')), outDir))
  }
  return outDir
}

let rootPath = ''

beforeAll(() => {
  rootPath = compiled()
})
afterAll(() => {
  rmSync(rootPath, { recursive: true })
})

/** Renders one component in jsdom with these properties. */
export function rendered(name: string, properties: Record<string, unknown>) {
  jest.resetModules()
  const id = simulate.load(join(rootPath, 'components', name, name), { rootPath })
  const component = simulate.render(id, properties)
  const parent = document.createElement('div')
  component.attach(parent)
  return { component, parent }
}

type Rendered = ReturnType<typeof rendered>

/** Taps an element and tells what the component then says to its page. */
export async function tapped({ component }: Rendered, selector: string, event: string): Promise<unknown[]> {
  const heard: unknown[] = []
  component.addEventListener(event, ({ detail }: { detail: unknown }) => heard.push(detail))
  component.querySelector(selector)?.dispatchEvent('tap')
  await simulate.sleep(10)
  return heard
}

export const textAt = ({ component }: Rendered, selector: string): string =>
  component.querySelector(selector)?.dom?.textContent ?? ''

export const countOf = ({ component }: Rendered, selector: string): number =>
  component.querySelectorAll(selector).length
