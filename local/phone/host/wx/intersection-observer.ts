import type { Element } from 'glass-easel'
import { elementOf, type Instance, isFunction, isRecord, nodeAt } from '../engine/instance'
import { areaOrigin } from '../engine/touch-event'

type Margins = Record<string, unknown>

const SIDES = ['top', 'right', 'bottom', 'left'] as const

function marginText(margins: unknown): string {
  const given: Margins = isRecord(margins) ? margins : {}
  return SIDES.map(side => `${Number(given[side] ?? 0)}px`).join(' ')
}

function rectFrom(rect: DOMRectReadOnly | null, target: HTMLElement): object {
  const { left: x, top: y } = areaOrigin(target)
  const { left = 0, top = 0, right = 0, bottom = 0, width = 0, height = 0 } = rect ?? {}
  return { left: left - x, top: top - y, right: right - x, bottom: bottom - y, width, height }
}

function describe(entry: IntersectionObserverEntry): object {
  const target = entry.target instanceof HTMLElement ? entry.target : undefined
  const node = nodeAt(entry.target)
  if (target === undefined || node === undefined) return {}
  return {
    id: node.id,
    dataset: node.dataset,
    intersectionRatio: entry.intersectionRatio,
    intersectionRect: rectFrom(entry.intersectionRect, target),
    boundingClientRect: rectFrom(entry.boundingClientRect, target),
    relativeRect: rectFrom(entry.rootBounds, target),
    time: entry.time,
  }
}

export interface ObserverPlace {
  whenDrawn(component: Instance, work: () => void): void
  guard(work: () => unknown): unknown
}

/** Tells when nodes of a component come into view. */
export class NodeObserver {
  private relative: string | undefined
  private margin = marginText(undefined)
  private observer: IntersectionObserver | undefined

  constructor(
    private readonly place: ObserverPlace,
    private readonly component: Instance | undefined,
    private readonly options: Record<string, unknown>,
  ) {}

  relativeTo(selector: string, margins?: unknown): this {
    this.relative = selector
    this.margin = marginText(margins)
    return this
  }

  relativeToViewport(margins?: unknown): this {
    this.relative = undefined
    this.margin = marginText(margins)
    return this
  }

  observe(selector: string, listener: unknown): void {
    if (this.component === undefined || !isFunction(listener)) return
    const { component } = this
    this.place.whenDrawn(component, () => {
      this.start(component, selector, event => {
        this.place.guard(() => listener(event))
      })
    })
  }

  disconnect(): void {
    this.observer?.disconnect()
    this.observer = undefined
  }

  private start(component: Instance, selector: string, listener: (event: object) => void): void {
    this.disconnect()
    const found = component._$.getShadowRoot()?.querySelectorAll(selector) ?? []
    const targets = elementsOf(this.options.observeAll === true ? found : found.slice(0, 1))
    const thresholds = Array.isArray(this.options.thresholds) ? this.options.thresholds.map(Number) : [0]
    const root = this.rootFor(component)
    if (root === undefined) return
    this.observer = new IntersectionObserver(
      entries => {
        // A page that leaves the screen leaves the document: that is no news to its nodes.
        for (const entry of entries) if (entry.target.isConnected) listener(describe(entry))
      },
      { root, rootMargin: this.margin, threshold: thresholds },
    )
    for (const target of targets) this.observer.observe(target)
  }

  private rootFor(component: Instance): HTMLElement | undefined {
    const own = elementOf(component._$)
    if (this.relative === undefined) return own?.closest<HTMLElement>('wx-page') ?? undefined
    const node = component._$.getShadowRoot()?.querySelector(this.relative)
    return node ? elementOf(node) : undefined
  }
}

const elementsOf = (nodes: Element[]): HTMLElement[] => nodes.flatMap(node => elementOf(node) ?? [])
