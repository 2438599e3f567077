import type { GeneralComponent } from 'glass-easel'
import type { BuiltInSpace } from '../engine/engine'
import { engineNodeOf } from '../engine/border'
import { elementOf, isRecord } from '../engine/instance'
import { applyAria, ARIA_PROPERTIES } from './aria'

type PropertyType = typeof String | typeof Number | typeof Boolean | typeof Object | null

interface Property {
  type: PropertyType
  value?: unknown
}

export interface FormField {
  value(): unknown
  reset(): void
}

/** One element of a built-in tag: the engine's node with its element in the document. */
export class BuiltInNode {
  /** where `aria-…` goes; an element with a real control inside hands it on */
  ariaTarget: HTMLElement
  /** what tapping its label does */
  activate: () => void = () => undefined
  /** what a form asks of it, for an element that has a value */
  field: FormField | undefined
  /** what a query for its node answers, for an element that code may work on */
  codeNode: (() => object) | undefined

  constructor(
    readonly node: GeneralComponent,
    readonly element: HTMLElement,
  ) {
    this.ariaTarget = element
  }

  /** The current value of a property. */
  get(name: string): unknown {
    const data: unknown = this.node.data
    return isRecord(data) ? data[name] : undefined
  }

  text(name: string): string {
    const value = this.get(name)
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }

  number(name: string): number {
    return Number(this.get(name))
  }

  is(name: string): boolean {
    return Boolean(this.get(name))
  }

  /** Changes a property from inside, which `model:` bindings follow. */
  set(name: string, value: unknown): void {
    this.node.setData({ [name]: value })
  }

  /** Tells the mini-program; such events do not bubble. */
  trigger(name: string, detail: object = {}): void {
    this.node.triggerEvent(name, detail)
  }

  /** Tells a little later: what happens while the mini-program's data are being applied may not change them again. */
  triggerSoon(name: string, detail: object = {}): void {
    queueMicrotask(() => {
      this.trigger(name, detail)
    })
  }

  /** path of the page or component in whose template it stands */
  get templatePath(): string {
    return this.node.ownerShadowRoot?.getHostNode().is ?? ''
  }

  onTap(listener: () => void): void {
    this.node.addListener('tap', listener)
  }
}

export interface BuiltIn {
  properties?: Record<string, Property>
  /** classes that its user gives by an attribute, resolved in the user's style sheet */
  externalClasses?: string[]
  /** taken by the real client, without a visible meaning here */
  ignored?: readonly string[]
  /** builds the inside of a new element */
  setup?: (self: BuiltInNode) => void
  /** by property: called after the mini-program has set it */
  changed?: Record<string, (self: BuiltInNode) => void>
  attached?: (self: BuiltInNode) => void
  detached?: (self: BuiltInNode) => void
}

const nodes = new WeakMap<object, BuiltInNode>()

export const builtInOf = (node: object) => nodes.get(node)

/** The platform's own element that an element of the document belongs to. */
export function builtInAt(element: Element | null): BuiltInNode | undefined {
  const node = element === null ? undefined : engineNodeOf(element)
  return node === undefined ? undefined : nodes.get(node)
}

function propertiesOf(definition: BuiltIn): Record<string, Property> {
  const any: Property = { type: null, value: undefined }
  const ignored = (definition.ignored ?? []).map(name => [name, any] as const)
  const aria = ARIA_PROPERTIES.map(name => [name, any] as const)
  return {
    ...Object.fromEntries([...ignored, ...aria]),
    hidden: { type: Boolean, value: false },
    ...definition.properties,
  }
}

function observersOf(definition: BuiltIn): Record<string, (this: GeneralComponent) => void> {
  const changed: Record<string, (self: BuiltInNode) => void> = {
    hidden: self => self.element.toggleAttribute('hidden', self.is('hidden')),
    ...Object.fromEntries(
      ARIA_PROPERTIES.map(name => [
        name,
        (self: BuiltInNode) => {
          applyAria(self, name)
        },
      ]),
    ),
    ...definition.changed,
  }
  const observe = (listener: (self: BuiltInNode) => void) =>
    function (this: GeneralComponent) {
      const self = nodes.get(this)
      if (self !== undefined) listener(self)
    }
  return Object.fromEntries(Object.entries(changed).map(([name, listener]) => [name, observe(listener)]))
}

/** Defines a tag of the platform. */
export function defineBuiltIn(space: BuiltInSpace, tag: string, definition: BuiltIn) {
  const whenKnown = (work: ((self: BuiltInNode) => void) | undefined) => (node: object) => {
    const self = nodes.get(node)
    if (self !== undefined) work?.(self)
  }
  const attached = whenKnown(definition.attached)
  const detached = whenKnown(definition.detached)
  const create = (node: GeneralComponent) => {
    const element = elementOf(node)
    if (element === undefined) return
    const self = new BuiltInNode(node, element)
    nodes.set(node, self)
    definition.setup?.(self)
  }
  return space.defineComponent({
    is: `wx/${tag}`,
    externalClasses: definition.externalClasses ?? [],
    properties: propertiesOf(definition),
    observers: observersOf(definition),
    lifetimes: {
      created() {
        create(this.general())
      },
      attached() {
        attached(this)
      },
      detached() {
        detached(this)
      },
    },
  })
}
