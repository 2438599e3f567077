import { toPhoneUnits } from '../../shared/css-units'
import { isRecord } from '../engine/instance'
import type { BuiltIn, BuiltInNode } from './built-in'
import type { FindAddress } from './image'

const TAGS = new Set(
  (
    'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl dt em ' +
    'fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p pre q rt ruby s section ' +
    'small span strong sub sup table tbody td tfoot th thead tr tt u ul'
  ).split(' '),
)
const ATTRIBUTES: Record<string, readonly string[]> = {
  '': ['class', 'style'],
  img: ['alt', 'src', 'height', 'width'],
  td: ['colspan', 'rowspan', 'height', 'width'],
  th: ['colspan', 'rowspan', 'height', 'width'],
  table: ['width'],
  col: ['span', 'width'],
  colgroup: ['span', 'width'],
  ol: ['start', 'type'],
  bdo: ['dir'],
}

type Draw = (tag: string, attributes: Record<string, string>, children: Node[]) => Node

/** Builds what the platform lets through: no scripts, no events, no links that lead anywhere. */
function drawer(find: (source: string) => string | Promise<string>): Draw {
  return (tag, attributes, children) => {
    if (!TAGS.has(tag)) return document.createDocumentFragment()
    const element = document.createElement(tag)
    for (const name of [...(ATTRIBUTES[''] ?? []), ...(ATTRIBUTES[tag] ?? [])]) {
      const value = attributes[name]
      if (value === undefined || name === 'src') continue
      element.setAttribute(name, name === 'style' ? toPhoneUnits(value) : value)
    }
    const { src } = attributes
    if (element instanceof HTMLImageElement && src !== undefined) {
      void Promise.resolve(find(src)).then(address => {
        element.src = address
      })
    }
    element.append(...children)
    return element
  }
}

function fromMarkup(node: Node, draw: Draw): Node {
  if (!(node instanceof Element))
    return document.createTextNode(node.nodeType === Node.TEXT_NODE ? String(node.nodeValue) : '')
  const attributes = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]))
  return draw(
    node.localName,
    attributes,
    [...node.childNodes].map(child => fromMarkup(child, draw)),
  )
}

const textsIn = (value: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(isRecord(value) ? value : {}).map(([name, text]) => [name, String(text)]))

function fromList(list: unknown, draw: Draw): Node[] {
  const nodes: unknown[] = Array.isArray(list) ? list : []
  return nodes.filter(isRecord).map(node => {
    if (node.type === 'text') return document.createTextNode(decode(String(node.text)))
    return draw(String(node.name).toLowerCase(), textsIn(node.attrs), fromList(node.children, draw))
  })
}

const parsed = (markup: string) => new DOMParser().parseFromString(markup, 'text/html').body

const decode = (text: string) => parsed(text.replaceAll('<', '&lt;')).textContent

function show(self: BuiltInNode, find: FindAddress): void {
  const nodes = self.get('nodes')
  const draw = drawer(source => find(source, self.templatePath))
  const drawn =
    typeof nodes === 'string'
      ? [...parsed(nodes).childNodes].map(node => fromMarkup(node, draw))
      : fromList(nodes, draw)
  self.element.dataset.space = self.text('space')
  self.element.classList.toggle('is-selectable', self.is('userSelect'))
  self.element.replaceChildren(...drawn)
}

export function createRichText(find: FindAddress): BuiltIn {
  const draw = (self: BuiltInNode) => {
    show(self, find)
  }
  return {
    properties: {
      nodes: { type: null, value: [] },
      space: { type: String, value: '' },
      userSelect: { type: Boolean, value: false },
    },
    ignored: ['mode'],
    changed: { nodes: draw, space: draw, userSelect: draw },
  }
}
