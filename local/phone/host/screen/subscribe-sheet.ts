import { button, h } from '../../shared/dom'
import type { Overlays } from './overlay'

/** Ids of the templates that were allowed; undefined when all of them were refused. */
export function askSubscription(overlays: Overlays, templateIds: readonly string[]): Promise<string[] | undefined> {
  return new Promise(resolve => {
    const boxes = templateIds.map(id => h('input', { type: 'checkbox', value: id, checked: '' }))
    const lines = boxes.map((box, at) => h('label', { class: 'subscribe-line' }, box, `消息 ${templateIds[at] ?? ''}`))
    const answer = (ids: string[] | undefined) => () => {
      remove()
      resolve(ids)
    }
    const allow = button({ class: 'modal-button' }, '允许', () => {
      answer(boxes.filter(box => box.checked).map(box => box.value))()
    })
    const box = h(
      'div',
      { class: 'modal subscribe', role: 'dialog', 'aria-modal': 'true', 'aria-label': '订阅消息' },
      h('div', { class: 'modal-title' }, '申请发送以下消息'),
      ...lines,
      h('div', { class: 'modal-buttons' }, button({ class: 'modal-button' }, '取消', answer(undefined)), allow),
    )
    const remove = overlays.show(box, true)
  })
}
