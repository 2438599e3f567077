import { button, h } from '../../shared/dom'
import type { Overlays } from './overlay'

export interface Shown {
  type: 'image' | 'video'
  url: string
}

/** Shows pictures and films over the whole screen, one at a time; a tap on the picture leaves. */
export function openViewer(overlays: Overlays, things: readonly Shown[], start: number): void {
  const stage = h('div', { class: 'viewer-stage' })
  const count = h('span', { class: 'viewer-count', 'aria-live': 'polite' })
  let current = start
  const show = (index: number) => {
    current = Math.max(0, Math.min(index, things.length - 1))
    const thing = things[current]
    const [src, alt] = [thing?.url ?? '', `第 ${current + 1} 张`]
    const film = thing?.type === 'video'
    stage.replaceChildren(film ? h('video', { src, controls: '', playsinline: '' }) : h('img', { src, alt }))
    count.textContent = `${current + 1} / ${things.length}`
  }
  const step = (name: string, sign: string, by: number) =>
    button({ class: `viewer-step is-${by > 0 ? 'next' : 'before'}`, 'aria-label': name }, sign, () => {
      show(current + by)
    })
  const close = button({ class: 'viewer-close', 'aria-label': '关闭预览' }, '×', () => {
    remove()
  })
  const box = h(
    'div',
    { class: 'viewer', role: 'dialog', 'aria-modal': 'true', 'aria-label': '预览' },
    stage,
    count,
    close,
  )
  if (things.length > 1) box.append(step('上一张', '‹', -1), step('下一张', '›', 1))
  stage.addEventListener('click', event => {
    if (!(event.target instanceof HTMLVideoElement)) remove()
  })
  const remove = overlays.show(box, true)
  show(start)
}
