import { h } from '../../shared/dom'
import type { Overlays } from './overlay'

const ICONS: Record<string, string> = { success: '✓', error: '!', loading: '' }

export interface ToastOptions {
  title: string
  icon: string
  image: string
  /** undefined: until it is hidden */
  durationMs: number | undefined
  mask: boolean
}

/** The one toast (or loading toast) that a phone shows at a time. */
export class Toast {
  private hideCurrent: (() => void) | undefined

  constructor(private readonly overlays: Overlays) {}

  show({ title, icon, image, durationMs, mask }: ToastOptions): void {
    this.hide()
    const box = h('div', { class: `toast is-${icon}`, role: icon === 'error' ? 'alert' : 'status' })
    if (image !== '') box.append(h('img', { class: 'toast-icon', src: image, alt: '' }))
    else if (icon !== 'none') box.append(h('span', { class: 'toast-icon', 'aria-hidden': 'true' }, ICONS[icon] ?? ''))
    box.append(h('span', { class: 'toast-title' }, title))
    const remove = this.overlays.show(box, mask)
    const timer =
      durationMs === undefined
        ? undefined
        : setTimeout(() => {
            this.hide()
          }, durationMs)
    this.hideCurrent = () => {
      clearTimeout(timer)
      remove()
    }
  }

  hide(): void {
    this.hideCurrent?.()
    this.hideCurrent = undefined
  }
}
