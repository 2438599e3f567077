import { component } from 'glass-easel-miniprogram-adapter'
import { type Instance, isInstance, isRecord, rootOf } from '../engine/instance'
import { NodeObserver } from './intersection-observer'
import type { Family, Phone } from './phone'
import { SelectorQuery } from './selector-query'

/** Questions about the nodes of a page, from `wx` and from components themselves. */
export function nodesFamily({ stack, errors }: Phone): Family {
  const place = {
    page: () => stack.current?.instance,
    whenDrawn: (asked: Instance, work: () => void) => {
      const root = rootOf(asked._$)
      const page = stack.open.find(open => open.instance._$ === root)
      const later = () => {
        setTimeout(work)
      }
      if (page === undefined) later()
      else page.onceShown(later)
    },
    guard: (work: () => unknown) => errors.guard(work),
  }
  const observe = (asked: unknown, options: unknown) =>
    new NodeObserver(place, isInstance(asked) ? asked : stack.current?.instance, isRecord(options) ? options : {})
  Object.assign(component.ComponentCaller.prototype, {
    createSelectorQuery(this: unknown) {
      return new SelectorQuery(place, isInstance(this) ? this : undefined)
    },
    createIntersectionObserver(this: unknown, options: unknown) {
      return observe(this, options)
    },
  })
  return {
    createSelectorQuery: () => new SelectorQuery(place),
    createIntersectionObserver: observe,
    nextTick: (work: () => void) => {
      setTimeout(() => {
        errors.guard(work)
      })
    },
  }
}
