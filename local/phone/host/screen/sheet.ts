import { button, h } from '../../shared/dom'
import type { Overlays } from './overlay'

/** Slides up a sheet; `dismissed` is called when it goes without an answer from its content. */
export function showSheet(
  overlays: Overlays,
  label: string,
  content: HTMLElement[],
  dismissed: () => void,
): () => void {
  const dismiss = () => {
    remove()
    dismissed()
  }
  const sheet = h('div', { class: 'sheet', role: 'dialog', 'aria-modal': 'true', 'aria-label': label }, ...content)
  sheet.append(button({ class: 'sheet-item sheet-cancel' }, '取消', dismiss))
  const backdrop = h('div', { class: 'sheet-backdrop' })
  backdrop.addEventListener('click', dismiss)
  const remove = overlays.show(h('div', { class: 'sheet-layer' }, backdrop, sheet), true)
  return remove
}

/** Index of the chosen item, or undefined when the sheet was cancelled. */
export function askSheet(
  overlays: Overlays,
  title: string,
  items: string[],
  color: string,
): Promise<number | undefined> {
  return new Promise(resolve => {
    const choices = items.map((item, index) =>
      button({ class: 'sheet-item', style: color === '' ? '' : `color: ${color}` }, item, () => {
        remove()
        resolve(index)
      }),
    )
    const heading = title === '' ? [] : [h('div', { class: 'sheet-title' }, title)]
    const remove = showSheet(overlays, title || '请选择', [...heading, ...choices], () => {
      resolve(undefined)
    })
  })
}
