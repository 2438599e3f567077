import { button, h } from '../../shared/dom'
import type { Overlays } from './overlay'

/** the platform's blue */
export const CONFIRM_COLOR = '#576B95'

export interface ModalOptions {
  title: string
  content: string
  /** undefined: no such button */
  cancelText: string | undefined
  cancelColor: string
  confirmText: string
  confirmColor: string
  /** undefined: nothing can be typed */
  placeholder: string | undefined
}

export interface ModalAnswer {
  confirm: boolean
  cancel: boolean
  content: string | null
}

/** A question that waits for an answer. */
export function askModal(overlays: Overlays, options: ModalOptions): Promise<ModalAnswer> {
  return new Promise(resolve => {
    const field = h('textarea', { class: 'modal-field', placeholder: options.placeholder ?? '', rows: '2' })
    const isEditable = options.placeholder !== undefined
    field.value = options.content
    const answer = (confirm: boolean) => {
      remove()
      resolve({ confirm, cancel: !confirm, content: isEditable && confirm ? field.value : null })
    }
    const confirm = button(
      { class: 'modal-button', style: `color: ${options.confirmColor}` },
      options.confirmText,
      () => {
        answer(true)
      },
    )
    const buttons = h('div', { class: 'modal-buttons' }, confirm)
    if (options.cancelText !== undefined) {
      const style = `color: ${options.cancelColor}`
      buttons.prepend(
        button({ class: 'modal-button', style }, options.cancelText, () => {
          answer(false)
        }),
      )
    }
    const box = h('div', {
      class: 'modal',
      role: 'dialog',
      'aria-modal': 'true',
      'aria-label': options.title || options.content,
    })
    if (options.title !== '') box.append(h('div', { class: 'modal-title' }, options.title))
    box.append(isEditable ? field : h('div', { class: 'modal-content' }, options.content), buttons)
    const remove = overlays.show(box, true)
  })
}

/** A plain question; true when it was confirmed. */
export async function confirmModal(overlays: Overlays, content: string): Promise<boolean> {
  const labels = { cancelText: '取消', cancelColor: 'inherit', confirmText: '确定', confirmColor: CONFIRM_COLOR }
  const answer = await askModal(overlays, { title: '', content, ...labels, placeholder: undefined })
  return answer.confirm
}
