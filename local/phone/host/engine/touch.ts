import { Element } from 'glass-easel'
import { catches, engineNodeOf } from './border'
import { nodeAt } from './instance'
import { type Finger, sendTouch } from './touch-event'

const TAP_DISTANCE_PX = 10
const LONG_PRESS_MS = 350
const MOUSE = -1
// After a touch the browser sends mouse events of its own.
const MOUSE_AFTER_TOUCH_MS = 800

const ACTIVE = { capture: true, passive: false }

type Handler = (finger: Finger, event: Event) => void

interface Press {
  node: Element
  start: Finger
  /** undefined once it can be a tap no more */
  timer: ReturnType<typeof setTimeout> | undefined
  isTap: boolean
}

/** Turns touches, and a mouse where there is no touch screen, into the platform's touch and tap events. */
export class TouchDispatcher {
  private readonly presses = new Map<number, Press>()
  private lastTouch = -Infinity

  attach(): void {
    const up: Handler = (finger, event) => {
      if (this.finish(finger, 'touchend') && event.type === 'touchend') keepFromClicking(event)
    }
    const cancel: Handler = finger => {
      this.finish(finger, 'touchcancel')
    }
    const touch = { touchstart: this.start, touchmove: this.move, touchend: up, touchcancel: cancel }
    for (const [name, handle] of Object.entries(touch)) {
      document.addEventListener(
        name,
        event => {
          this.byTouch(event, handle)
        },
        ACTIVE,
      )
    }
    for (const [name, handle] of Object.entries({ mousedown: this.start, mousemove: this.move, mouseup: up })) {
      document.addEventListener(
        name,
        event => {
          this.byMouse(event, handle)
        },
        ACTIVE,
      )
    }
    document.addEventListener('wheel', keepFromScrolling, ACTIVE)
  }

  private byTouch(event: Event, handle: Handler): void {
    if (!(event instanceof TouchEvent)) return
    this.lastTouch = event.timeStamp
    for (const finger of event.changedTouches) handle(finger, event)
  }

  private byMouse(event: Event, handle: Handler): void {
    if (!(event instanceof MouseEvent) || event.button !== 0) return
    if (event.timeStamp - this.lastTouch < MOUSE_AFTER_TOUCH_MS) return
    handle({ identifier: MOUSE, clientX: event.clientX, clientY: event.clientY }, event)
  }

  private fingers(): Finger[] {
    return [...this.presses.values()].map(press => press.start)
  }

  private readonly start: Handler = (finger, event) => {
    const node = nodeAt(event.target)
    if (node === undefined) return
    const press: Press = { node, start: finger, timer: undefined, isTap: true }
    press.timer = setTimeout(() => {
      this.longPress(press)
    }, LONG_PRESS_MS)
    this.presses.set(finger.identifier, press)
    sendTouch(node, 'touchstart', this.fingers(), [finger])
  }

  private longPress(press: Press): void {
    press.timer = undefined
    if (!press.isTap) return
    const { isHeard } = sendTouch(press.node, 'longpress', this.fingers(), [press.start])
    sendTouch(press.node, 'longtap', this.fingers(), [press.start])
    if (isHeard) press.isTap = false
  }

  private readonly move: Handler = (finger, event) => {
    const press = this.presses.get(finger.identifier)
    if (press === undefined) return
    const { clientX, clientY } = press.start
    if (Math.hypot(finger.clientX - clientX, finger.clientY - clientY) > TAP_DISTANCE_PX) {
      press.isTap = false
      clearTimeout(press.timer)
    }
    const { isPrevented } = sendTouch(press.node, 'touchmove', [finger], [finger])
    if (isPrevented && event.cancelable) event.preventDefault()
  }

  /** Answers whether it was a tap. */
  private finish(finger: Finger, name: 'touchend' | 'touchcancel'): boolean {
    const press = this.presses.get(finger.identifier)
    if (press === undefined) return false
    this.presses.delete(finger.identifier)
    clearTimeout(press.timer)
    sendTouch(press.node, name, this.fingers(), [finger])
    const isTap = name === 'touchend' && press.isTap && Element.isAttached(press.node)
    if (isTap) sendTouch(press.node, 'tap', [], [finger])
    return isTap
  }
}

const NEEDS_CLICK = 'input, textarea, video, wx-label, wx-picker-view-column'

/**
 * After a touch the browser sends a click to whatever lies under the finger by then, which may be another page. Where
 * nothing waits for it, it is kept away; then the field that was written in has to be left by hand.
 */
function keepFromClicking(event: Event): void {
  const target = event.target instanceof HTMLElement ? event.target : null
  if (target === null || target.closest(NEEDS_CLICK) !== null || !event.cancelable) return
  event.preventDefault()
  const active = document.activeElement
  if (active instanceof HTMLElement && !active.contains(target)) active.blur()
}

/** A layer that catches touchmove keeps the page below from being scrolled by finger: a wheel must not do it either. */
function keepFromScrolling(event: Event): void {
  const start = event.target instanceof HTMLElement ? event.target : null
  const area = start?.closest('wx-scroll-view, textarea')
  if (area && (area.scrollHeight > area.clientHeight || area.scrollWidth > area.clientWidth)) return
  for (let at = start; at !== null; at = at.parentElement) {
    const node = engineNodeOf(at)
    if (node !== undefined && catches(node, 'touchmove')) event.preventDefault()
  }
}
