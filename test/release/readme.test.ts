import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { factsOfPicture } from '../../cloudfunctions/bank/pictures/picture-rules'
import { root } from '../../scripts/paths'

const read = (file: string) => readFileSync(join(root, file), 'utf8')
const manifestSchema = v.object({
  scripts: v.record(v.string(), v.string()),
  dependencies: v.record(v.string(), v.string()),
  devDependencies: v.record(v.string(), v.string()),
})
const manifest = v.parse(manifestSchema, JSON.parse(read('package.json')))
const readmes = ['README.md', 'README.zh-CN.md']

const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(match => match[1] ?? '')

/** Folders of the map: names at the start of a line, indented ones below the last that is not. */
function mapped(readme: string): string[] {
  const map = /```\n(miniprogram\/[\s\S]*?)```/.exec(readme)?.[1] ?? ''
  let parent = ''
  return map.split('\n').flatMap(line => {
    const names = matches(line.slice(0, 20), /([\w.-]+\/)/g)
    if (!line.startsWith(' ')) parent = names[0] ?? ''
    return names.map(name => (line.startsWith(' ') ? join(parent, name) : name))
  })
}

describe.each(readmes)('%s', file => {
  const readme = read(file)

  test('names every command there is, and none that is not', () => {
    const named = new Set([...matches(readme, /npm run ([\w:-]+)/g), ...matches(readme, /npm (start|test)\b/g)])
    expect([...named].sort()).toEqual(Object.keys(manifest.scripts).sort())
  })

  test('maps folders that exist, and every one at the top', () => {
    const folders = mapped(readme)
    expect(folders.length).toBeGreaterThan(15)
    expect(folders.filter(folder => !existsSync(join(root, folder)))).toEqual([])
    const unmapped = ['node_modules', 'dist', 'typings']
    const top = readdirSync(root, { withFileTypes: true }).filter(
      entry => entry.isDirectory() && !entry.name.startsWith('.'),
    )
    const missing = top
      .map(({ name }) => name)
      .filter(name => !unmapped.includes(name) && !folders.includes(`${name}/`))
    expect(missing).toEqual([])
  })

  test('points at files that exist', () => {
    const links = matches(readme, /\]\(([^)#]+)[^)]*\)/g).filter(link => !link.startsWith('http'))
    expect(links.length).toBeGreaterThan(3)
    expect(links.filter(link => !existsSync(join(root, link)))).toEqual([])
  })
})

test('both tell the same commands, links and folders', () => {
  const [english = '', chinese = ''] = readmes.map(read)
  expect(matches(chinese, /^npm (.*?)\s+#/gm)).toEqual(matches(english, /^npm (.*?)\s+#/gm))
  expect(mapped(chinese)).toEqual(mapped(english))
})

test('the picture shows phones as they stand, higher than wide', () => {
  const { width = 0, height = 0 } = factsOfPicture(readFileSync(join(root, 'docs/pictures/overview.jpg'))) ?? {}
  const phones = 5
  expect(height / (width / phones)).toBeGreaterThan(1.8)
})

test('docs/architecture.md says why each dependency is here', () => {
  const named = new Set(matches(read('docs/architecture.md'), /`([@\w/.-]+)`/g))
  const packages = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)]
  expect(packages.filter(name => !named.has(name) && !name.startsWith('@types/'))).toEqual([])
})
