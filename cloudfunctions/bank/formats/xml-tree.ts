import { XMLParser } from 'fast-xml-parser'
import type { Problem } from '../../../miniprogram/contract/question-files'
import { decodeEntities } from './entities'
import { problem } from './raw-question'

export interface Element {
  name: string
  /** Line at which it begins, from 1. */
  line: number
  attributes: Readonly<Record<string, string>>
  children: readonly (Element | string)[]
}

const TEXT = '#text'
const CDATA = 'cdata'
const ATTRIBUTES = ':@'
const DEEPEST = 60

const parser = new XMLParser({
  ...{
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    ignoreDeclaration: true,
    ignorePiTags: true,
  },
  ...{ trimValues: false, parseTagValue: false, parseAttributeValue: false, processEntities: false },
  ...{ cdataPropName: CDATA, captureMetaData: true, removeNSPrefix: true, maxNestedTags: DEEPEST },
})

const isRecord = (value: unknown): value is Readonly<Record<string | symbol, unknown>> =>
  typeof value === 'object' && value !== null

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

/** Offsets of line ends, so that lines are found without counting from the start each time. */
function lineFinder(text: string): (offset: number) => number {
  const ends: number[] = []
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) ends.push(at)
  return offset => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low + 1
  }
}

type LineOf = (offset: number) => number

function attributesOf(node: Readonly<Record<string | symbol, unknown>>): Record<string, string> {
  const given = node[ATTRIBUTES]
  const entries = isRecord(given) ? Object.entries(given) : []
  return Object.fromEntries(entries.map(([name, value]) => [name, decodeEntities(String(value))]))
}

/** The reader keeps where a node began under a symbol of its own. */
function startOf(node: Readonly<Record<string | symbol, unknown>>): number {
  const kept = Object.getOwnPropertySymbols(node).map(symbol => node[symbol])
  const start = kept.map(meta => (isRecord(meta) ? meta['startIndex'] : undefined)).find(at => typeof at === 'number')
  return start ?? 0
}

function nodeOf(node: unknown, lineOf: LineOf): (Element | string)[] {
  if (!isRecord(node)) return []
  if (TEXT in node) return [decodeEntities(String(node[TEXT]))]
  if (CDATA in node) {
    const [inner] = isList(node[CDATA]) ? node[CDATA] : []
    return [isRecord(inner) ? String(inner[TEXT]) : '']
  }
  const name = Object.keys(node).find(key => key !== ATTRIBUTES)
  if (name === undefined) return []
  const inside = node[name]
  const children = isList(inside) ? inside.flatMap(child => nodeOf(child, lineOf)) : []
  return [{ name, line: lineOf(startOf(node)), attributes: attributesOf(node), children }]
}

/**
 * The root of an XML text. Document types are refused: with them come entities from elsewhere and ones that swell. Names
 * lose their prefixes.
 */
export function readXml(text: string): Element | Problem {
  const lineOf = lineFinder(text)
  const doctype = text.search(/<!(?:DOCTYPE|ENTITY)/i)
  // Inside CDATA it would be a question about XML.
  if (doctype !== -1 && text.lastIndexOf('<![CDATA[', doctype) <= text.lastIndexOf(']]>', doctype))
    return problem('entity-refused', lineOf(doctype))
  try {
    // The package that is to check this in the next major version is not there yet; without the check half a file is read.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const parsed: unknown = parser.parse(text, true)
    const nodes = isList(parsed) ? parsed.flatMap(node => nodeOf(node, lineOf)) : []
    return nodes.find(node => typeof node !== 'string') ?? problem('syntax', 1)
  } catch (error) {
    return syntaxProblem(error instanceof Error ? error.message : '')
  }
}

/** The reader tells `what:line:column`. */
function syntaxProblem(message: string): Problem {
  const [, what = message, line = '1'] = /^(.*):(\d+):\d+$/s.exec(message) ?? []
  return problem('syntax', Number(line), what)
}

export const isElement = (node: Element | string | undefined): node is Element => typeof node === 'object'

export const elements = (parent: Element, name: string): Element[] =>
  parent.children.filter(isElement).filter(child => child.name === name)

/** All text inside, whatever is around it. */
export const textIn = (node: Element): string =>
  node.children.map(child => (isElement(child) ? textIn(child) : child)).join('')

/** Everything of that name anywhere below. */
export const below = (parent: Element, name: string): Element[] =>
  parent.children.filter(isElement).flatMap(child => [...(child.name === name ? [child] : []), ...below(child, name)])
