import { button, h } from '../../shared/dom'
import type { Overlays } from './overlay'

/** Offers the person's own name above the keyboard of a nickname field. */
export function offerName(overlays: Overlays, name: string, use: (name: string) => void): () => void {
  const offer = button({ class: 'name-offer' }, `使用昵称：${name}`, () => {
    use(name)
  })
  // The field keeps its focus while the offer is tapped.
  offer.addEventListener('pointerdown', event => {
    event.preventDefault()
  })
  offer.addEventListener('mousedown', event => {
    event.preventDefault()
  })
  return overlays.show(h('div', { class: 'name-bar' }, offer), false)
}
