import { nodeAt } from './instance'

/** Ends of CSS transitions and animations, which the platform tells the mini-program too. */
const NAMES = ['transitionend', 'animationstart', 'animationiteration', 'animationend'] as const

export function forwardDocumentEvents(): void {
  for (const name of NAMES) {
    document.addEventListener(
      name,
      event => {
        const detail = { elapsedTime: event.elapsedTime }
        nodeAt(event.target)?.triggerEvent(name, detail, { bubbles: true, composed: true })
      },
      { capture: true },
    )
  }
}
