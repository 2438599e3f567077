import type { WindowConfig } from '../../shared/manifest'
import type { ThemeSwitch } from '../device/theme'
import { h } from '../../shared/dom'
import { NAVIGATION_BAR, SAFE_BOTTOM, STATUS_BAR, TAB_BAR } from '../screen/metrics'
import { NavigationBar, type NavigationActions } from '../screen/navigation-bar'

const BLACK = '#000000'
const WHITE = '#ffffff'

export interface BarColors {
  front: string
  background: string
}

/** The place of one page on the screen: navigation bar above, page area below. */
export class PageFrame {
  readonly section: HTMLElement
  /** the page is drawn inside; fixed elements stay inside too */
  readonly area = h('div', { class: 'page-area' })
  readonly bar: NavigationBar
  readonly isCustom: boolean
  private colors: Partial<BarColors> = {}
  private backdrop: string | undefined

  constructor(
    path: string,
    private readonly config: WindowConfig,
    private readonly isTab: boolean,
    private readonly theme: ThemeSwitch,
    actions: NavigationActions,
  ) {
    this.isCustom = config.navigationStyle === 'custom'
    this.bar = new NavigationBar(actions)
    this.section = h('section', { class: 'page', 'data-page': path })
    this.section.append(...(this.isCustom ? [] : [this.bar.element]), this.area)
    this.bar.setTitle(theme.resolve(config.navigationBarTitleText) ?? '')
    this.measure()
    this.paint()
  }

  get front(): string {
    const style = this.theme.resolve(this.config.navigationBarTextStyle) ?? 'white'
    return this.colors.front ?? (style === 'black' ? BLACK : WHITE)
  }

  /** px from the top of the screen */
  get top(): number {
    return this.isCustom ? 0 : STATUS_BAR + NAVIGATION_BAR
  }

  /** px */
  get height(): number {
    return window.innerHeight - this.top - (this.isTab ? TAB_BAR + SAFE_BOTTOM : 0)
  }

  setColors(colors: Partial<BarColors>): void {
    this.colors = { ...this.colors, ...colors }
    this.paint()
  }

  setBackdrop(color: string): void {
    this.backdrop = color
    this.paint()
  }

  /** 100vh and the safe areas of this page, for its style sheet. */
  measure(): void {
    const style = this.section.style
    style.setProperty('--vh', `${this.height / 100}px`)
    style.setProperty('--safe-top', `${this.isCustom ? STATUS_BAR : 0}px`)
    style.setProperty('--safe-bottom', `${this.isTab ? 0 : SAFE_BOTTOM}px`)
    style.setProperty('--safe-left', '0px')
    style.setProperty('--safe-right', '0px')
    Object.assign(this.area.style, { top: `${this.top}px`, height: `${this.height}px` })
  }

  /** Draws again what depends on the theme. */
  paint(): void {
    const configured = this.theme.resolve(this.config.navigationBarBackgroundColor) ?? BLACK
    this.bar.setColors(this.front, this.colors.background ?? configured)
    const backdrop = this.backdrop ?? this.theme.resolve(this.config.backgroundColor)
    this.area.style.backgroundColor = backdrop ?? ''
  }
}
