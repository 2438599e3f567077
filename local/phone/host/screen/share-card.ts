import { button, h } from '../../shared/dom'
import type { Overlays } from './overlay'
import { showSheet } from './sheet'

export interface ShareCard {
  title: string
  path: string
  /** address of a picture, '' for none */
  imageUrl: string
}

/** What a friend would see, and where the card would lead. */
export function showShareCard(overlays: Overlays, card: ShareCard): Promise<boolean> {
  return new Promise(resolve => {
    const picture = card.imageUrl === '' ? [] : [h('img', { class: 'share-picture', src: card.imageUrl, alt: '' })]
    const preview = h(
      'div',
      { class: 'share-card' },
      h('div', { class: 'share-title' }, card.title),
      ...picture,
      h('div', { class: 'share-path' }, card.path),
    )
    const send = button({ class: 'sheet-item share-send' }, '发送', () => {
      remove()
      resolve(true)
    })
    const remove = showSheet(
      overlays,
      '转发给朋友',
      [h('div', { class: 'sheet-title' }, '转发给朋友'), preview, send],
      () => {
        resolve(false)
      },
    )
  })
}
