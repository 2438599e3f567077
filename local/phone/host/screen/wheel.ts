import { h } from '../../shared/dom'

const ITEM_PX = 44
const SETTLE_MS = 120

/** A column of texts of which the middle one is chosen: turned by finger, by mouse or by tapping a text. */
export class Wheel {
  readonly element = h('div', { class: 'wheel', role: 'listbox', tabindex: '0' })
  private items: HTMLElement[] = []
  private chosen = 0
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    label: string,
    private readonly onChange: (index: number) => void,
  ) {
    this.element.setAttribute('aria-label', label)
    this.element.addEventListener('scroll', () => {
      clearTimeout(this.timer)
      this.timer = setTimeout(() => {
        this.choose(Math.round(this.element.scrollTop / ITEM_PX))
      }, SETTLE_MS)
    })
    this.element.addEventListener('keydown', event => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step !== undefined) this.choose(this.chosen + step)
    })
  }

  get index(): number {
    return this.chosen
  }

  /** Takes the place of what was there; the wheel must be in the document. */
  show(texts: readonly string[], index: number): void {
    this.items = texts.map((text, at) => {
      const item = h('div', { class: 'wheel-item', role: 'option' }, text)
      item.addEventListener('click', () => {
        this.choose(at)
      })
      return item
    })
    this.element.replaceChildren(...this.items)
    this.turn(index)
  }

  private choose(index: number): void {
    const before = this.chosen
    this.turn(index)
    if (this.chosen !== before) this.onChange(this.chosen)
  }

  private turn(index: number): void {
    clearTimeout(this.timer)
    this.chosen = Math.max(0, Math.min(index, this.items.length - 1))
    this.element.scrollTo({ top: this.chosen * ITEM_PX, behavior: 'instant' })
    for (const [at, item] of this.items.entries()) item.setAttribute('aria-selected', String(at === this.chosen))
  }
}
