import { type Element, Event as EngineEvent } from 'glass-easel'
import { elementOf } from './instance'
import { wasHeard } from './plain-events'

export interface Finger {
  identifier: number
  clientX: number
  clientY: number
}

/** px from the window to the page area that an element lies in: on a phone, all coordinates are the page area's. */
export function areaOrigin(element: Element | HTMLElement): { left: number; top: number } {
  const start = element instanceof HTMLElement ? element : elementOf(element)
  const area = start?.closest('.page-area')
  if (!area) return { left: 0, top: 0 }
  const { left, top } = area.getBoundingClientRect()
  return { left, top }
}

function describe(finger: Finger, node: Element): object {
  const { left, top } = areaOrigin(node)
  const x = finger.clientX - left
  const y = finger.clientY - top
  const scroller = elementOf(node)?.closest('wx-page')
  return {
    identifier: finger.identifier,
    clientX: x,
    clientY: y,
    pageX: x + (scroller?.scrollLeft ?? 0),
    pageY: y + (scroller?.scrollTop ?? 0),
    force: 1,
  }
}

/** Sends a touch event to the mini-program. `isPrevented` when a handler caught it, `isHeard` when there was one at all. */
export function sendTouch(
  node: Element,
  name: string,
  touches: Finger[],
  changed: Finger[],
): { isPrevented: boolean; isHeard: boolean } {
  const [finger] = changed
  const { left, top } = areaOrigin(node)
  const detail = finger === undefined ? {} : { x: finger.clientX - left, y: finger.clientY - top }
  const event = new EngineEvent(name, detail, {
    bubbles: true,
    composed: true,
    capturePhase: true,
    extraFields: {
      touches: touches.map(touch => describe(touch, node)),
      changedTouches: changed.map(touch => describe(touch, node)),
    },
  })
  EngineEvent.dispatchEvent(node, event)
  return { isPrevented: event.defaultPrevented(), isHeard: wasHeard(event) }
}
