/* eslint-disable @typescript-eslint/consistent-type-assertions, @typescript-eslint/no-unsafe-enum-assignment --
   The border to glass-easel: its types describe what a compiler could know of a mini-program, while the local phone gets
   definitions, templates and elements at run time. Every cast towards the engine stands here. */
import type {
  CurrentWindowBackendContext,
  Element,
  GeneralBackendElement,
  ShadowedEvent,
  StyleSegmentIndex,
  template,
} from 'glass-easel'
import type { CodeSpace } from 'glass-easel-miniprogram-adapter'
import type { Manifest } from '../../shared/manifest'

type ComponentBuilder = ReturnType<CodeSpace['component']>
type BackendElement = ReturnType<CurrentWindowBackendContext['document']['createElement']>
export type StaticConfig = Parameters<CodeSpace['addComponentStaticConfig']>[1]

export const toComponentDefinition = (definition: object) => definition as Parameters<ComponentBuilder['definition']>[0]

export const toPageDefinition = (definition: object) => definition as Parameters<ComponentBuilder['pageDefinition']>[0]

export const toGenerics = (generics: Manifest['components'][string]['componentGenerics']) =>
  generics as NonNullable<StaticConfig['componentGenerics']>

export const toIsolation = (styleIsolation: 'isolated' | 'apply-shared') =>
  ({ styleIsolation }) as object as Pick<StaticConfig, 'styleIsolation'>

export const toTemplate = (compiled: object) => compiled as template.ComponentTemplate

/** The engine lists the few members of Node that it uses; every Node of the document has them. */
export const toBackendElement = (node: Node) => node as unknown as BackendElement & GeneralBackendElement

export const toEvent = (event: object) => event as ShadowedEvent<unknown>

/** The engine leaves its node in a property of the element. */
export const engineNodeOf = (node: Node) => (node as { __wxElement?: Element }).__wxElement

/** Events name a component by the instance its code sees, which holds the node; other nodes by themselves. */
export const nodeOfTarget = (target: object) => ('_$' in target ? target._$ : target) as Element

// Segments of class list and style beside the one that the template writes.
const ANIMATION = 2 as StyleSegmentIndex
const EXTRA = 3 as StyleSegmentIndex

export const setExtraClass = (node: Element, classNames: string) => {
  node.setNodeClass(classNames, EXTRA)
}

export const setExtraStyle = (node: Element, style: string) => {
  node.setNodeStyle(style, EXTRA)
}

export const setAnimationStyle = (node: Element, style: string) => {
  node.setNodeStyle(style, ANIMATION)
}

/** Whether a `catch` handler is bound on the node; the engine has no public way to ask. */
export function catches(node: Element, name: string): boolean {
  const { listeners } = (node as unknown as { _$eventTarget: EventListeners })._$eventTarget
  return (listeners[name]?.finalCount ?? 0) > 0
}

interface EventListeners {
  listeners: Record<string, { finalCount: number } | undefined>
}
