import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import postcss from 'postcss'

const MINIPROGRAM = join(__dirname, '..', '..', '..', 'miniprogram')

export type Theme = 'light' | 'dark'

/** The custom properties that a page of this look has, the later rule winning as in a browser. */
export function tokensOf(theme: Theme): ReadonlyMap<string, string> {
  const sheets = ['colours.wxss', 'measures.wxss'].map(name => readFileSync(join(MINIPROGRAM, 'styles', name), 'utf8'))
  const tokens = new Map<string, string>()
  postcss.parse(sheets.join('')).each(rule => {
    if (rule.type !== 'rule' || !rule.selectors.includes(`.${theme}`)) return
    rule.walkDecls(/^--/, ({ prop, value }) => {
      tokens.set(prop.slice(2), value)
    })
  })
  return tokens
}

const isOwn = (file: string) => !/^(miniprogram_npm|generated)/.test(file)

export interface Declared {
  file: string
  selector: string
  property: string
  value: string
}

/** Every declaration of every style sheet of ours, the tokens' own excepted. */
export function declarations(): Declared[] {
  const files = readdirSync(MINIPROGRAM, { recursive: true, encoding: 'utf8' })
  return files
    .filter(file => file.endsWith('.wxss') && isOwn(file) && !file.startsWith('styles'))
    .flatMap(file => {
      const found: Declared[] = []
      postcss.parse(readFileSync(join(MINIPROGRAM, file), 'utf8')).walkDecls(({ prop, value, parent }) => {
        const selector = parent?.type === 'rule' ? String(parent.toString().split('{')[0]).trim() : ''
        found.push({ file, selector, property: prop, value })
      })
      return found
    })
}
