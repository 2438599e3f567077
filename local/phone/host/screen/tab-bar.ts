import type { TabBarConfig, TabItem } from '../../shared/manifest'
import type { ThemeSwitch } from '../device/theme'
import { button, h } from '../../shared/dom'

export interface TabBarStyle {
  color?: string
  selectedColor?: string
  backgroundColor?: string
  borderStyle?: string
}

interface Tab {
  item: TabItem
  element: HTMLButtonElement
  icon: HTMLImageElement
  badge: HTMLElement
}

/** The bar below the tab pages; its colours and pictures follow the theme. */
export class TabBar {
  readonly element = h('nav', { class: 'tab-bar', role: 'tablist' })
  private readonly tabs: Tab[]
  private selected = ''
  private override: TabBarStyle = {}

  constructor(
    private readonly config: TabBarConfig,
    private readonly theme: ThemeSwitch,
    onTap: (item: TabItem, index: number) => void,
  ) {
    this.tabs = config.list.map((item, index) =>
      this.createTab(item, () => {
        onTap(item, index)
      }),
    )
    this.element.append(...this.tabs.map(tab => tab.element))
    theme.onChange.add(() => {
      this.draw()
    })
  }

  select(pagePath: string): void {
    this.selected = pagePath
    this.draw()
  }

  setStyle(style: TabBarStyle): void {
    this.override = { ...this.override, ...style }
    this.draw()
  }

  /** An empty text removes the badge. False when there is no such tab. */
  setBadge(index: number, text: string): boolean {
    const tab = this.tabs[index]
    if (tab === undefined) return false
    tab.badge.textContent = text
    tab.badge.hidden = text === ''
    return true
  }

  private createTab(item: TabItem, onTap: () => void): Tab {
    const icon = h('img', { class: 'tab-icon', alt: '' })
    const badge = h('span', { class: 'tab-badge', hidden: '' })
    const label = h(
      'span',
      { class: 'tab-content' },
      h('span', { class: 'tab-picture' }, icon, badge),
      h('span', { class: 'tab-text' }, item.text),
    )
    return { item, icon, badge, element: button({ class: 'tab', role: 'tab' }, label, onTap) }
  }

  private draw(): void {
    const style = { ...this.config, ...this.override }
    const color = (value: string) => this.theme.resolve(value)
    this.element.style.backgroundColor = color(style.backgroundColor)
    this.element.dataset.border = color(style.borderStyle ?? 'black')
    for (const { item, icon, element } of this.tabs) {
      const isSelected = item.pagePath === this.selected
      const picture = color((isSelected ? item.selectedIconPath : item.iconPath) ?? '')
      const source = `files/${picture.replace(/^\.?\//, '')}`
      icon.hidden = picture === ''
      if (picture !== '' && icon.getAttribute('src') !== source) icon.src = source
      element.style.color = color(isSelected ? style.selectedColor : style.color)
      element.setAttribute('aria-selected', String(isSelected))
    }
  }
}
