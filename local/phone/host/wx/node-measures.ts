import type { Element } from 'glass-easel'
import { builtInOf } from '../built-ins/built-in'
import { elementOf, isRecord } from '../engine/instance'
import { areaOrigin } from '../engine/touch-event'

export type Fields = Record<string, unknown>

function boxOf(node: Element): Record<string, number> {
  const element = elementOf(node)
  if (element === undefined) return { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 }
  const origin = areaOrigin(element)
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
  return {
    left: left - origin.left,
    top: top - origin.top,
    right: right - origin.left,
    bottom: bottom - origin.top,
    width,
    height,
  }
}

/** How far an element is scrolled; zeros where there is none. */
export function scrollOf(element: HTMLElement | undefined): Record<string, number> {
  const { scrollLeft = 0, scrollTop = 0, scrollWidth = 0, scrollHeight = 0 } = element ?? {}
  return { scrollLeft, scrollTop, scrollWidth, scrollHeight }
}

function pick(source: object, names: unknown): Record<string, unknown> {
  const list: unknown[] = Array.isArray(names) ? names : []
  return Object.fromEntries(list.map(name => [String(name), Reflect.get(source, String(name))]))
}

function geometry(node: Element, fields: Fields): object {
  const { left, top, right, bottom, width, height } = boxOf(node)
  return {
    ...(fields.rect === true && { left, top, right, bottom }),
    ...(fields.size === true && { width, height }),
    ...(fields.scrollOffset === true && scrollOf(elementOf(node))),
  }
}

const codeNodeOf = (node: Element) => ({ node: builtInOf(node)?.codeNode?.() ?? null })

/** What a query asks of one node. */
export function measure(node: Element, fields: Fields): Record<string, unknown> {
  const element = elementOf(node)
  const data: unknown = node.asGeneralComponent()?.data
  return {
    ...(fields.id === true && { id: node.id }),
    ...(fields.dataset === true && { dataset: node.dataset }),
    ...(fields.mark === true && { mark: node.collectMarks() }),
    ...geometry(node, fields),
    ...(fields.node === true && codeNodeOf(node)),
    ...pick(isRecord(data) ? data : {}, fields.properties),
    ...(element !== undefined && pick(getComputedStyle(element), fields.computedStyle)),
  }
}
