import { h } from '../../shared/dom'
import type { BuiltIn } from './built-in'

/**
 * What stands inside is drawn at the root of the page, above whatever cuts off or moves the element itself. The engine
 * goes on adding to and taking from the element: these doors lead to the box at the root.
 */
function redirect(element: HTMLElement, box: HTMLElement): void {
  Object.assign(element, {
    appendChild: (child: Node) => box.appendChild(child),
    insertBefore: (child: Node, before: Node | null) => box.insertBefore(child, before),
    removeChild: (child: Node) => box.removeChild(child),
    replaceChild: (child: Node, old: Node) => box.replaceChild(child, old),
  })
}

const boxes = new WeakMap<object, HTMLElement>()

export const rootPortal: BuiltIn = {
  properties: { enable: { type: Boolean, value: true } },
  setup(self) {
    const box = h('div', { class: 'root-portal' })
    box.append(...self.element.childNodes)
    boxes.set(self, box)
    redirect(self.element, box)
  },
  attached: self => {
    const box = boxes.get(self)
    const page = self.element.closest('wx-page')
    if (box !== undefined && page !== null) page.append(box)
  },
  detached: self => {
    boxes.get(self)?.remove()
  },
}
