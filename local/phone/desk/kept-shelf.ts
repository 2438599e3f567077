import type { KeptThing } from '../phone-api'
import { h } from '../shared/dom'

const KINDS: Record<KeptThing['kind'], string> = { picture: '相册', document: '文档', date: '日历', call: '通话' }

function entry({ kind, name, url }: KeptThing): HTMLElement {
  const label = `${KINDS[kind]}：${name}`
  if (url === '') return h('li', {}, label)
  const content = kind === 'picture' ? h('img', { src: url, alt: label }) : label
  return h('li', {}, h('a', { href: url, download: name }, content))
}

/** What the mini-program has handed to the telephone; files can be taken from here. */
export class KeptShelf {
  readonly element = h('section', { class: 'kept', hidden: '' })
  private shown = 0

  show(things: readonly KeptThing[]): void {
    if (things.length === this.shown) return
    this.shown = things.length
    this.element.hidden = things.length === 0
    this.element.replaceChildren(h('h3', {}, '手机收下的'), h('ul', {}, ...things.map(entry)))
  }
}
