import { h } from '../../shared/dom'
import type { Overlays } from './overlay'
import { showSheet } from './sheet'

/** A document is not drawn here: it is offered to the computer. */
export function showDocument(overlays: Overlays, name: string, url: string): void {
  const link = h('a', { class: 'sheet-item document-link', href: url, download: name }, `下载 ${name}`)
  showSheet(overlays, '打开文档', [h('div', { class: 'sheet-title' }, '打开文档'), link], () => undefined)
}
