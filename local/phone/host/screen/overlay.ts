import { h } from '../../shared/dom'

/** A layer above the pages; the page below cannot be touched while `isModal`. */
export class Overlays {
  readonly element = h('div', { class: 'overlays' })

  show(content: HTMLElement, isModal: boolean): () => void {
    const layer = h('div', { class: isModal ? 'overlay is-modal' : 'overlay' }, content)
    this.element.append(layer)
    return () => {
      layer.remove()
    }
  }
}
