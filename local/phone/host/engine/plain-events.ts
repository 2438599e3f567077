import { type Element, Event } from 'glass-easel'
import { nodeOfTarget, toEvent } from './border'
import { elementOf } from './instance'

const heard = new WeakSet<Event<unknown>>()

/** Whether any handler was called with the event. */
export const wasHeard = (event: Event<unknown>) => heard.has(event)

function describe(target: Element): object {
  const node = nodeOfTarget(target)
  const element = elementOf(node)
  const { id, dataset } = node
  return { id, dataset, offsetLeft: element?.offsetLeft ?? 0, offsetTop: element?.offsetTop ?? 0 }
}

/** On a phone an event is plain data: no way leads from `event.target` into the engine. */
export function makeEventsPlain(): void {
  Event.prototype.wrapShadowedEvent = function (target, mark, currentTarget) {
    heard.add(this)
    const event = Object.create(this) as object // eslint-disable-line @typescript-eslint/consistent-type-assertions -- Object.create is typed any
    return toEvent(
      Object.assign(event, { target: describe(target), currentTarget: describe(currentTarget), mark: mark ?? {} }),
    )
  }
}
