import { h } from '../../shared/dom'
import type { BuiltInNode } from './built-in'

export const refresherProperties = {
  refresherEnabled: { type: Boolean, value: false },
  refresherThreshold: { type: Number, value: 45 },
  refresherDefaultStyle: { type: String, value: 'black' },
  refresherBackground: { type: String, value: '' },
  refresherTriggered: { type: Boolean, value: false },
}

/** Pulling a scroll view down at its top. */
class Refresher {
  private readonly room = h('div', { class: 'refresher', 'aria-hidden': 'true' }, h('i'), h('i'), h('i'))
  private start: number | undefined
  private pulled = 0
  private isOpen = false

  constructor(private readonly self: BuiltInNode) {
    const { element } = self
    element.addEventListener('touchstart', event => {
      this.begin(event.touches[0]?.clientY)
    })
    element.addEventListener(
      'touchmove',
      event => {
        this.move(event.touches[0]?.clientY, event)
      },
      { passive: false },
    )
    element.addEventListener('mousedown', event => {
      this.begin(event.clientY)
      if (this.start !== undefined) this.followMouse()
    })
    for (const name of ['touchend', 'touchcancel'] as const) {
      element.addEventListener(name, () => {
        this.end()
      })
    }
  }

  /** Only a view that can be pulled has room for it: it would count as its first child. */
  enable(): void {
    if (this.self.is('refresherEnabled')) this.self.element.prepend(this.room)
    else this.room.remove()
  }

  /** The page opens and closes it too. */
  follow(): void {
    const isTriggered = this.self.is('refresherTriggered')
    if (isTriggered === this.isOpen) return
    if (isTriggered) this.open()
    else this.close()
  }

  // A mouse leaves the view while it pulls; a finger stays with what it touched first.
  private followMouse(): void {
    const stop = new AbortController()
    const { signal } = stop
    document.addEventListener(
      'mousemove',
      event => {
        this.move(event.clientY, event)
      },
      { signal },
    )
    document.addEventListener(
      'mouseup',
      () => {
        stop.abort()
        this.end()
      },
      { signal },
    )
  }

  private begin(y: number | undefined): void {
    const { self } = this
    const mayPull = self.is('refresherEnabled') && self.element.scrollTop <= 0 && !this.isOpen
    this.start = mayPull ? y : undefined
  }

  private move(y: number | undefined, event: Event): void {
    if (this.start === undefined || y === undefined || y <= this.start) return
    if (event.cancelable) event.preventDefault()
    this.shift((y - this.start) / 2)
    this.self.trigger('refresherpulling', { deltaY: this.pulled })
  }

  private end(): void {
    if (this.start === undefined) return
    this.start = undefined
    if (this.pulled >= this.self.number('refresherThreshold')) this.open()
    else if (this.pulled > 0) {
      this.shift(0)
      this.self.trigger('refresherabort')
    }
  }

  private open(): void {
    this.isOpen = true
    this.shift(this.self.number('refresherThreshold'))
    if (!this.self.is('refresherTriggered')) this.self.set('refresherTriggered', true)
    this.self.triggerSoon('refresherrefresh')
  }

  private close(): void {
    this.isOpen = false
    this.shift(0)
    this.self.triggerSoon('refresherrestore')
  }

  private shift(px: number): void {
    const { self, room } = this
    this.pulled = px
    room.style.height = `${px}px`
    room.style.background = self.text('refresherBackground')
    room.dataset.style = self.text('refresherDefaultStyle')
  }
}

const refreshers = new WeakMap<BuiltInNode, Refresher>()

export function setUpRefresher(self: BuiltInNode): void {
  refreshers.set(self, new Refresher(self))
}

export const enableRefresher = (self: BuiltInNode) => refreshers.get(self)?.enable()
export const followRefresher = (self: BuiltInNode) => refreshers.get(self)?.follow()
