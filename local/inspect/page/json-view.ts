import { h } from '../../phone/shared/dom'
import { beijing } from './in-words'

/** Values with more fields than this begin folded, except the outermost. */
const FEW = 12

/** Characters of JSON that stand in one line. */
const SHORT = 80

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** A JSON value that folds. Everything in it becomes text, whatever it says. */
export function jsonView(value: unknown): HTMLElement {
  return h('div', { class: 'json' }, branch('', value, true))
}

function branch(name: string, value: unknown, isOutermost = false): HTMLElement {
  const label = name === '' ? [] : [h('span', { class: 'json-name' }, name), ': ']
  if (!isRecord(value)) return h('div', { class: 'json-line' }, ...label, leaf(name, value))
  const told = extended(value) ?? (isOutermost ? undefined : inOneLine(value))
  return told ? h('div', { class: 'json-line' }, ...label, told) : folding(label, value, isOutermost)
}

const bracketsOf = (value: object) => (Array.isArray(value) ? (['[', ']'] as const) : (['{', '}'] as const))

function folding(label: readonly (Node | string)[], value: object, isOutermost: boolean): HTMLElement {
  const entries = Object.entries(value)
  const [open, close] = bracketsOf(value)
  const size = h('span', { class: 'json-size' }, `${open} ${entries.length} ${close}`)
  const details = h('details', {}, h('summary', {}, ...label, size))
  const fill = () => {
    if (details.open && details.childElementCount === 1)
      details.append(...entries.map(([field, item]) => branch(field, item)))
  }
  details.addEventListener('toggle', fill)
  details.open = isOutermost || entries.length <= FEW
  fill()
  return details
}

/** Small things are read faster in one line than unfolded. */
function inOneLine(value: object): HTMLElement | undefined {
  const entries: [string, unknown][] = Object.entries(value)
  if (entries.some(([, item]) => isRecord(item)) || JSON.stringify(value).length > SHORT) return undefined
  const [open, close] = bracketsOf(value)
  const items = entries.flatMap(([field, item], at) => [
    ...(at === 0 ? [] : [', ']),
    ...(Array.isArray(value) ? [] : [h('span', { class: 'json-name' }, field), ': ']),
    leaf(field, item),
  ])
  return h('span', {}, ...(items.length === 0 ? [open, close] : [`${open} `, ...items, ` ${close}`]))
}

/** What extended JSON says in an object of its own. */
function extended(value: Record<string, unknown>): HTMLElement | undefined {
  const [[name, payload] = ['', undefined], ...others] = Object.entries(value)
  if (others.length > 0) return undefined
  if (name === '$date') return scalar('date', dateInWords(payload))
  if (name === '$oid') return scalar('id', `ObjectId(${String(payload)})`)
  if (name === '$numberDouble') return scalar('number', String(payload))
  return undefined
}

function dateInWords(payload: unknown): string {
  const instant = isRecord(payload) ? Number(payload.$numberLong) : Date.parse(String(payload))
  return Number.isNaN(new Date(instant).getTime()) ? JSON.stringify(payload) : `Date ${beijing(instant)} (Beijing)`
}

const scalar = (kind: string, text: string): HTMLElement => h('span', { class: `json-${kind}` }, text)

function leaf(name: string, value: unknown): HTMLElement {
  if (typeof value !== 'number') return scalar(value === null ? 'null' : typeof value, JSON.stringify(value))
  const hint = isInstant(name, value) ? [' ', h('span', { class: 'json-hint' }, `${beijing(value)} Beijing`)] : []
  return h('span', {}, scalar('number', String(value)), ...hint)
}

/** Epoch milliseconds of this century's first half, in a field whose name tells of a time. */
const isInstant = (name: string, value: number): boolean =>
  /(At|At\d|Until|time|deadline|from|to|opens|closes)$/i.test(name) &&
  value > 946_684_800_000 &&
  value < 2_524_608_000_000
