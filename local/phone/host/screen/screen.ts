import type { CloudClock } from '../device/cloud-clock'
import type { Network } from '../device/network'
import { button, h } from '../../shared/dom'
import type { Page } from '../pages/page'
import { createCapsule } from './capsule'
import { Overlays } from './overlay'
import { createStatusBar } from './status-bar'
import type { TabBar } from './tab-bar'

export interface ScreenActions {
  openMenu(): void
  /** the mini-program goes to the background */
  leave(): void
  /** it comes back */
  enter(): void
}

/** The whole screen: pages at the bottom, above them what the telephone itself draws. */
export class Screen {
  readonly overlays = new Overlays()
  private readonly element = h('div', { class: 'phone' })
  private readonly stage = h('main', { class: 'stage' })
  private readonly away: HTMLElement
  private tabBar: TabBar | undefined
  private page: Page | undefined

  constructor(clock: CloudClock, network: Network, actions: ScreenActions) {
    const setAway = (isAway: boolean) => {
      this.away.hidden = !isAway
      if (isAway) actions.leave()
      else actions.enter()
    }
    const enter = button({ class: 'away-enter' }, '回到小程序', () => {
      setAway(false)
    })
    this.away = h('div', { class: 'away', hidden: '' }, h('p', {}, '小程序已收到后台'), enter)
    const close = () => {
      setAway(true)
    }
    const openMenu = () => {
      actions.openMenu()
    }
    const indicator = h('div', { class: 'home-indicator', 'aria-hidden': 'true' })
    const status = createStatusBar(clock, network)
    this.element.append(
      this.stage,
      status,
      createCapsule({ openMenu, close }),
      this.overlays.element,
      this.away,
      indicator,
    )
    document.body.append(this.element)
    window.addEventListener('resize', () => {
      this.page?.frame.measure()
    })
  }

  addTabBar(tabBar: TabBar): void {
    this.tabBar = tabBar
    this.stage.after(tabBar.element)
  }

  /** Only the shown page is in the document: whoever looks for a text finds no other page's. */
  show(page: Page, isForward: boolean): void {
    this.page = page
    const { section } = page.frame
    page.frame.measure()
    this.stage.replaceChildren(section)
    section.classList.toggle('is-entering', isForward)
    if (this.tabBar !== undefined) {
      this.tabBar.element.hidden = !page.isTab
      if (page.isTab) this.tabBar.select(page.path)
    }
    this.redraw()
  }

  /** What the page below shines through: status bar and capsule follow its colours. */
  redraw(): void {
    document.documentElement.style.fontSize = this.page?.rootFontSize ?? ''
    this.page?.frame.paint()
    this.element.dataset.front = this.page?.frame.front === '#ffffff' ? 'white' : 'black'
  }
}
