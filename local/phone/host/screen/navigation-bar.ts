import { button, h, lineIcon } from '../../shared/dom'

const BACK = 'M15 5l-7 7 7 7'
const HOME = 'M4 11l8-7 8 7v9h-5v-6h-6v6H4z'

export interface NavigationActions {
  goBack(): void
  goHome(): void
}

/** A page's own navigation bar. */
export class NavigationBar {
  readonly element: HTMLElement
  private readonly title = h('div', { class: 'navigation-title', role: 'heading', 'aria-level': '1' })
  private readonly leading = h('div', { class: 'navigation-leading' })
  private readonly spinner = h('span', { class: 'navigation-spinner', hidden: '' })

  constructor(private readonly actions: NavigationActions) {
    this.element = h('header', { class: 'navigation-bar' }, this.leading, this.spinner, this.title)
  }

  setTitle(title: string): void {
    this.title.textContent = title
  }

  setColors(front: string, background: string): void {
    this.element.style.color = front
    this.element.style.backgroundColor = background
  }

  /** A first page that is not a tab has a way home instead of a way back. */
  setLeading(kind: 'none' | 'back' | 'home'): void {
    const { actions } = this
    if (kind === 'none') this.leading.replaceChildren()
    if (kind === 'back') {
      this.leading.replaceChildren(
        button({ class: 'navigation-back', 'aria-label': '返回' }, lineIcon(BACK, 'back'), () => {
          actions.goBack()
        }),
      )
    }
    if (kind === 'home') {
      this.leading.replaceChildren(
        button({ class: 'navigation-home', 'aria-label': '返回首页' }, lineIcon(HOME, 'home'), () => {
          actions.goHome()
        }),
      )
    }
  }
}
