import { component } from 'glass-easel-miniprogram-adapter'
import type { Element, GeneralComponent } from 'glass-easel'
import { engineNodeOf } from './border'

/** A page or component as its own code sees it: `this`. */
export interface Instance {
  /** the engine's node */
  readonly _$: GeneralComponent
  readonly is: string
  setData(data: Record<string, unknown>, done?: () => void): void
  [member: string]: unknown
}

export const isInstance = (value: unknown): value is Instance => value instanceof component.ComponentCaller

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

export type Callback = (...args: unknown[]) => unknown

export const isFunction = (value: unknown): value is Callback => typeof value === 'function'

export function methodOf(target: Record<string, unknown>, name: string): Callback | undefined {
  const method = target[name]
  return isFunction(method) ? method : undefined
}

export function instanceOf(node: GeneralComponent): Instance | undefined {
  const caller: unknown = node.getMethodCaller()
  return isInstance(caller) ? caller : undefined
}

/** The element of a node in the document; undefined for virtual hosts and after removal. */
export function elementOf(node: Element): HTMLElement | undefined {
  const element: unknown = node.getBackendElement()
  return element instanceof HTMLElement ? element : undefined
}

/** The engine's node at or around an element of the document. */
export function nodeAt(start: EventTarget | null): Element | undefined {
  for (let at = start instanceof Node ? start : null; at !== null; at = at.parentNode) {
    const node = engineNodeOf(at)
    if (node !== undefined) return node
  }
  return undefined
}

/** The page (outermost component) that a node belongs to. */
export function rootOf(node: Element): GeneralComponent | undefined {
  let root = node
  for (let owner = node.ownerShadowRoot; owner; owner = root.ownerShadowRoot) root = owner.getHostNode()
  return root.asGeneralComponent() ?? undefined
}
