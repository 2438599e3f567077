import { button, h } from '../../shared/dom'

/** The capsule at the upper right: the menu, and closing the mini-program. */
export function createCapsule(actions: { openMenu(): void; close(): void }): HTMLElement {
  const dots = h('span', { class: 'capsule-dots' })
  const ring = h('span', { class: 'capsule-ring' })
  return h(
    'div',
    { class: 'capsule' },
    button({ class: 'capsule-menu', 'aria-label': '更多' }, dots, () => {
      actions.openMenu()
    }),
    button({ class: 'capsule-close', 'aria-label': '关闭小程序' }, ring, () => {
      actions.close()
    }),
  )
}
