import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { buildPhone } from '../../../local/phone/build'
import { NODE_MODULES } from './support/fixture-folders'

let folder: string
let print: jest.SpyInstance

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'phone-watch-'))
  print = jest.spyOn(console, 'error').mockImplementation(() => undefined)
})

afterEach(() => {
  print.mockRestore()
  rmSync(folder, { recursive: true, force: true })
})

const out = (name: string) => readFileSync(join(folder, 'out', name), 'utf8')

/** Waits until the desk would hear of another build, and answers what it would hear. */
async function news(before: string): Promise<string> {
  for (;;) {
    const now = out('build.json')
    if (now !== before) return now
    await setTimeout(20)
  }
}

test('a change is built again; a fault is told and leaves the last good build', async () => {
  const root = join(folder, 'mini')
  mkdirSync(join(root, 'a'), { recursive: true })
  writeFileSync(join(root, 'app.json'), '{ "pages": ["a/a"] }')
  writeFileSync(join(root, 'a/a.wxml'), '<view>先前</view>')
  writeFileSync(join(root, 'a/a.ts'), 'Page({})')
  const { stop } = await buildPhone({
    miniprogramRoot: root,
    nodeModulesRoot: NODE_MODULES,
    outDir: join(folder, 'out'),
    watch: true,
  })
  const first = out('build.json')
  expect(out('app/main.js')).toContain('先前')

  writeFileSync(join(root, 'a/a.wxml'), '<view>后来</view>')
  const second = await news(first)
  expect(second).toContain('"fault":""')
  expect(out('app/main.js')).toContain('后来')

  writeFileSync(join(root, 'a/a.wxml'), '<view>{{ a ?? b }}</view>')
  const third = await news(second)
  expect(third).toContain('a/a.wxml:1 an expression cannot use ??')
  expect(out('app/main.js')).toContain('后来')
  expect(print).toHaveBeenCalledTimes(1)
  stop()
}, 20_000)
