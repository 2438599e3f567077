import type { TabItem } from '../shared/manifest'
import { AppLife } from './app-life'
import { builtInDoors } from './built-in-doors'
import { defineBuiltIns } from './built-ins/all'
import type { Device } from './device/device'
import { Engine } from './engine/engine'
import { followEngine } from './engine-warnings'
import { provideGlobals } from './globals'
import { openMenu } from './menu'
import type { Arrivals } from './pages/arrivals'
import { Library } from './pages/library'
import { Page } from './pages/page'
import { PageStack } from './pages/page-stack'
import { type Route, routeUrl } from './pages/route'
import { confirmModal } from './screen/modal'
import { Screen } from './screen/screen'
import { TabBar } from './screen/tab-bar'

/** One run of the mini-program on the phone. */
export class MiniProgram {
  readonly stack: PageStack
  private readonly life: AppLife
  private readonly library: Library
  private readonly engine: Engine
  private readonly screen: Screen
  private readonly tabBar: TabBar | undefined

  constructor(private readonly device: Device) {
    const { manifest, errors, theme, clock, network } = device
    this.life = new AppLife(errors)
    this.library = new Library(manifest)
    const doors = builtInDoors(
      device,
      () => this.stack,
      () => this.screen,
    )
    this.engine = new Engine(manifest, space => defineBuiltIns(space, doors))
    followEngine(this.engine, doors, errors)
    this.screen = new Screen(clock, network, {
      openMenu: () =>
        void openMenu(this.stack.current, { overlays: this.screen.overlays, addresses: device.addresses }),
      leave: () => {
        this.leave()
      },
      enter: () => {
        this.enter()
      },
    })
    this.stack = new PageStack({
      library: this.library,
      manifest,
      errors,
      create: route => this.createPage(route),
      confirm: message => confirmModal(this.screen.overlays, message),
    })
    this.tabBar = manifest.tabBar
      ? new TabBar(manifest.tabBar, theme, (item, index) => void this.tapTab(item, index))
      : undefined
    if (this.tabBar !== undefined) this.screen.addTabBar(this.tabBar)
    this.stack.onChange.add((page, isForward) => {
      this.showPage(page, isForward)
    })
    theme.onChange.add(current => {
      this.screen.redraw()
      this.life.call('onThemeChange', { theme: current })
    })
  }

  /** Gives the mini-program its globals, runs its app.ts and opens the first page. */
  async start(arrivals: Arrivals): Promise<void> {
    const { errors } = this.device
    provideGlobals({
      ...this.device,
      engine: this.engine,
      stack: this.stack,
      life: this.life,
      tabBar: this.tabBar,
      screen: this.screen,
    })
    arrivals.hand(this.library, this.engine)
    errors.guard(() => {
      arrivals.runApp()
    })
    const first = this.firstPage()
    this.life.launch(first)
    // A page that cannot be opened is among the errors already.
    await this.stack.reLaunch(routeUrl(first)).catch(() => undefined)
  }

  private firstPage(): Route {
    const { settings, manifest, errors } = this.device
    const known =
      settings.path === '' ? undefined : errors.guard(() => this.stack.find(`/${settings.path.replace(/^\//, '')}`))
    return known ?? this.stack.find(`/${manifest.entryPage}`)
  }

  private createPage(route: Route): Page {
    const { manifest, theme, errors } = this.device
    const actions = {
      goBack: () => void this.stack.navigateBack(1),
      goHome: () => void this.stack.reLaunch(`/${manifest.entryPage}`),
    }
    const page = new Page(route, { engine: this.engine, manifest, theme, errors, actions })
    const isFirst = this.stack.open.length === 0
    const isHome = page.isTab || route.path === manifest.entryPage
    page.frame.bar.setLeading(isFirst ? (isHome ? 'none' : 'home') : 'back')
    return page
  }

  private showPage(page: Page, isForward: boolean): void {
    this.screen.show(page, isForward)
    // A reload opens the same page again.
    const url = routeUrl(page.route)
    history.replaceState(url, '', `#${url}`)
  }

  private async tapTab(item: TabItem, index: number): Promise<void> {
    await this.stack.switchTab(`/${item.pagePath}`)
    this.stack.current?.call('onTabItemTap', { index, pagePath: item.pagePath, text: item.text })
  }

  private leave(): void {
    this.stack.current?.hide()
    this.life.hide()
  }

  private enter(): void {
    this.life.show()
    this.stack.current?.show()
  }
}
