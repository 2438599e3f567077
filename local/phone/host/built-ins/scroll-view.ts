import type { BuiltIn, BuiltInNode } from './built-in'
import { enableRefresher, followRefresher, refresherProperties, setUpRefresher } from './refresher'

function scrollTo(self: BuiltInNode, place: { left?: number; top?: number }): void {
  self.element.scrollTo({ ...place, behavior: self.is('scrollWithAnimation') ? 'smooth' : 'instant' })
}

function scrollIntoView(self: BuiltInNode): void {
  const id = self.text('scrollIntoView')
  const target = id === '' ? null : self.element.querySelector(`#${CSS.escape(id)}`)
  if (target === null) return
  const inner = target.getBoundingClientRect()
  const outer = self.element.getBoundingClientRect()
  const top = self.element.scrollTop + inner.top - outer.top
  const left = self.element.scrollLeft + inner.left - outer.left
  scrollTo(self, { ...(self.is('scrollY') && { top }), ...(self.is('scrollX') && { left }) })
}

type Edge = 'top' | 'bottom' | 'left' | 'right'

function edgesNear(self: BuiltInNode): Set<Edge> {
  const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = self.element
  const upper = self.number('upperThreshold')
  const lower = self.number('lowerThreshold')
  const near = new Set<Edge>()
  if (self.is('scrollY') && scrollTop <= upper) near.add('top')
  if (self.is('scrollY') && scrollTop + clientHeight >= scrollHeight - lower) near.add('bottom')
  if (self.is('scrollX') && scrollLeft <= upper) near.add('left')
  if (self.is('scrollX') && scrollLeft + clientWidth >= scrollWidth - lower) near.add('right')
  return near
}

function tellScroll(self: BuiltInNode): void {
  let left = 0
  let top = 0
  let before = edgesNear(self)
  self.element.addEventListener('scroll', event => {
    if (event.target !== self.element) return
    const { scrollLeft, scrollTop, scrollHeight, scrollWidth } = self.element
    const deltaX = left - scrollLeft
    const deltaY = top - scrollTop
    left = scrollLeft
    top = scrollTop
    self.trigger('scroll', { scrollLeft, scrollTop, scrollHeight, scrollWidth, deltaX, deltaY })
    const near = edgesNear(self)
    for (const direction of near) {
      if (before.has(direction)) continue
      self.trigger(direction === 'top' || direction === 'left' ? 'scrolltoupper' : 'scrolltolower', { direction })
    }
    before = near
  })
}

export const scrollView: BuiltIn = {
  properties: {
    scrollX: { type: Boolean, value: false },
    scrollY: { type: Boolean, value: false },
    scrollTop: { type: null },
    scrollLeft: { type: null },
    scrollIntoView: { type: String, value: '' },
    scrollWithAnimation: { type: Boolean, value: false },
    upperThreshold: { type: Number, value: 50 },
    lowerThreshold: { type: Number, value: 50 },
    enableFlex: { type: Boolean, value: false },
    showScrollbar: { type: Boolean, value: true },
    ...refresherProperties,
  },
  ignored: ['enhanced', 'bounces', 'enableBackToTop', 'fastDeceleration', 'type'],
  setup: self => {
    // Whoever has no finger scrolls by keys.
    self.element.tabIndex = 0
    setUpRefresher(self)
    tellScroll(self)
  },
  changed: {
    scrollX: self => self.element.classList.toggle('is-x', self.is('scrollX')),
    scrollY: self => self.element.classList.toggle('is-y', self.is('scrollY')),
    enableFlex: self => self.element.classList.toggle('is-flex', self.is('enableFlex')),
    scrollTop: self => {
      if (self.get('scrollTop') !== undefined) scrollTo(self, { top: self.number('scrollTop') })
    },
    scrollLeft: self => {
      if (self.get('scrollLeft') !== undefined) scrollTo(self, { left: self.number('scrollLeft') })
    },
    scrollIntoView,
    refresherEnabled: enableRefresher,
    refresherTriggered: followRefresher,
  },
  attached: self => {
    // Positions that were set before there was a layout.
    queueMicrotask(() => {
      if (self.number('scrollTop') > 0) scrollTo(self, { top: self.number('scrollTop') })
      if (self.number('scrollLeft') > 0) scrollTo(self, { left: self.number('scrollLeft') })
      scrollIntoView(self)
    })
  },
}
