import { h } from '../../shared/dom'
import { type BuiltIn, type BuiltInNode, builtInAt } from './built-in'

const ITEM = ':scope > wx-swiper-item'
const TURN_SHARE = 0.2

type Source = '' | 'autoplay' | 'touch'

/** Turns the items of one swiper. */
class Turning {
  private timer: ReturnType<typeof setInterval> | undefined
  private start: { x: number; y: number } | undefined
  private shown: number | undefined
  private source: Source = ''
  private readonly dots = h('div', { class: 'swiper-dots', 'aria-hidden': 'true' })
  private readonly observer = new MutationObserver(() => {
    this.draw(0, false)
  })

  constructor(private readonly self: BuiltInNode) {
    const { element } = self
    element.append(this.dots)
    element.addEventListener('pointerdown', event => {
      this.start = { x: event.clientX, y: event.clientY }
      this.stop()
    })
    element.addEventListener('pointermove', event => {
      if (this.start !== undefined) this.draw(this.moved(event), false)
    })
    for (const name of ['pointerup', 'pointercancel', 'pointerleave'] as const) {
      element.addEventListener(name, event => {
        this.release(event)
      })
    }
  }

  private get items(): HTMLElement[] {
    return [...this.self.element.querySelectorAll<HTMLElement>(ITEM)]
  }

  private get size(): number {
    const { offsetWidth, offsetHeight } = this.self.element
    return this.self.is('vertical') ? offsetHeight : offsetWidth
  }

  attach(): void {
    this.shown = this.self.number('current')
    this.observer.observe(this.self.element, { childList: true })
    this.draw(0, false)
    this.play()
  }

  detach(): void {
    this.observer.disconnect()
    this.stop()
  }

  /** `current` was set, from inside or by the page: both are told. */
  currentChanged(): void {
    const { self, source } = this
    const current = self.number('current')
    this.draw(0, true)
    if (this.shown === undefined || this.shown === current) return
    this.shown = current
    this.source = ''
    tell(self, source)
  }

  play(): void {
    this.stop()
    if (!this.self.is('autoplay')) return
    this.timer = setInterval(() => {
      this.turn(1, 'autoplay')
    }, this.self.number('interval'))
  }

  /** `offset` is how far a finger has moved them, in px */
  draw(offset: number, isAnimated: boolean): void {
    const { items, self } = this
    const current = self.number('current')
    const duration = isAnimated ? self.number('duration') : 0
    for (const [index, item] of items.entries()) {
      const share = this.distance(index - current, items.length) * 100
      const axis = self.is('vertical') ? 'Y' : 'X'
      item.style.transition = `transform ${duration}ms ease-out`
      item.style.transform = `translate${axis}(calc(${share}% + ${offset}px))`
      item.toggleAttribute('inert', index !== current)
    }
    this.dots.hidden = !self.is('indicatorDots')
    const colour = (index: number) => self.text(index === current ? 'indicatorActiveColor' : 'indicatorColor')
    this.dots.replaceChildren(...items.map((_, index) => h('i', { style: `background: ${colour(index)}` })))
  }

  private distance(steps: number, count: number): number {
    if (!this.self.is('circular') || count < 3) return steps
    const half = Math.floor(count / 2)
    return ((steps + half + count) % count) - half
  }

  private moved(event: PointerEvent): number {
    if (this.start === undefined) return 0
    return this.self.is('vertical') ? event.clientY - this.start.y : event.clientX - this.start.x
  }

  private release(event: PointerEvent): void {
    if (this.start === undefined) return
    const moved = this.moved(event)
    this.start = undefined
    this.play()
    if (Math.abs(moved) > this.size * TURN_SHARE) this.turn(moved < 0 ? 1 : -1, 'touch')
    else this.draw(0, true)
  }

  private turn(step: 1 | -1, source: Source): void {
    const { self, items } = this
    const next = self.number('current') + step
    const isInside = next >= 0 && next < items.length
    const wraps = self.is('circular') || source === 'autoplay'
    if (!isInside && !wraps) this.draw(0, true)
    else if (items.length > 1) {
      this.source = source
      self.set('current', (next + items.length) % items.length)
    }
  }

  private stop(): void {
    clearInterval(this.timer)
    this.timer = undefined
  }
}

function tell(self: BuiltInNode, source: Source): void {
  const current = self.number('current')
  const item = builtInAt(self.element.querySelectorAll(ITEM)[current] ?? null)
  const detail = { current, currentItemId: item?.text('itemId') ?? '', source }
  self.triggerSoon('change', detail)
  setTimeout(() => {
    self.trigger('animationfinish', detail)
  }, self.number('duration'))
}

const swipers = new WeakMap<BuiltInNode, Turning>()
const redraw = (self: BuiltInNode) => swipers.get(self)?.draw(0, true)
const replay = (self: BuiltInNode) => swipers.get(self)?.play()

export const swiper: BuiltIn = {
  properties: {
    current: { type: Number, value: 0 },
    autoplay: { type: Boolean, value: false },
    interval: { type: Number, value: 5000 },
    duration: { type: Number, value: 500 },
    circular: { type: Boolean, value: false },
    vertical: { type: Boolean, value: false },
    indicatorDots: { type: Boolean, value: false },
    indicatorColor: { type: String, value: 'rgba(0, 0, 0, .3)' },
    indicatorActiveColor: { type: String, value: '#000000' },
  },
  ignored: ['easingFunction', 'snapToEdge'],
  setup(self) {
    swipers.set(self, new Turning(self))
  },
  changed: {
    current: self => swipers.get(self)?.currentChanged(),
    indicatorDots: redraw,
    vertical: redraw,
    autoplay: replay,
    interval: replay,
  },
  attached: self => swipers.get(self)?.attach(),
  detached: self => swipers.get(self)?.detach(),
}

export const swiperItem: BuiltIn = {
  properties: { itemId: { type: String, value: '' } },
  ignored: ['skipHiddenItemLayout'],
}
