import type { Manifest } from '../../shared/manifest'
import type { ErrorLog } from '../device/error-log'
import { Listeners } from '../device/listeners'
import type { Library } from './library'
import type { Page } from './page'
import { parseRoute, type Route } from './route'

const MOST_PAGES = 10

/** A change that the platform refuses; any other error is one of the mini-program's code. */
class Refusal extends Error {}

export interface StackDoors {
  library: Library
  manifest: Manifest
  errors: ErrorLog
  create(route: Route): Page
  /** asks before a page with unsaved work is left */
  confirm(message: string): Promise<boolean>
}

/** The open pages. Every change waits for the one before it; a refused change throws the reason that `fail` reports. */
export class PageStack {
  /** told after every change, with the page now shown and whether it came on top */
  readonly onChange = new Listeners<[page: Page, isForward: boolean]>()
  private pages: Page[] = []
  private readonly tabs = new Map<string, Page>()
  private turn: Promise<unknown> = Promise.resolve()

  constructor(private readonly doors: StackDoors) {}

  get open(): readonly Page[] {
    return this.pages
  }

  get current(): Page | undefined {
    return this.pages.at(-1)
  }

  navigateTo(url: string): Promise<void> {
    return this.inTurn(async () => {
      const route = this.find(url)
      if (this.isTab(route)) throw new Refusal('can not navigateTo a tabbar page')
      if (this.pages.length >= MOST_PAGES)
        throw new Refusal(`webview count limit exceed (${MOST_PAGES} pages are open)`)
      await this.doors.library.prepare(route.path)
      this.current?.hide()
      this.place(this.doors.create(route), true)
    })
  }

  redirectTo(url: string): Promise<void> {
    return this.inTurn(async () => {
      const route = this.find(url)
      if (this.isTab(route)) throw new Refusal('can not redirectTo a tabbar page')
      await this.doors.library.prepare(route.path)
      this.drop(1)
      this.place(this.doors.create(route), true)
    })
  }

  switchTab(url: string): Promise<void> {
    return this.inTurn(async () => {
      const route = this.find(url)
      if (!this.isTab(route)) throw new Refusal('can not switch to no-tabBar page')
      await this.doors.library.prepare(route.path)
      this.drop(this.pages.filter(page => !page.isTab).length)
      const known = this.tabs.get(route.path)
      if (known !== undefined && known === this.current && known.isShown) return
      this.current?.hide()
      this.pages = []
      if (known === undefined) this.place(this.doors.create(route), false)
      else this.reveal(known, false)
    })
  }

  reLaunch(url: string): Promise<void> {
    return this.inTurn(async () => {
      const route = this.find(url)
      await this.doors.library.prepare(route.path)
      this.drop(this.pages.length)
      for (const tab of this.tabs.values()) tab.unload()
      this.tabs.clear()
      this.place(this.doors.create(route), false)
    })
  }

  navigateBack(delta: number): Promise<void> {
    return this.inTurn(async () => {
      const { current } = this
      if (this.pages.length < 2) throw new Refusal('cannot navigate back at first page.')
      if (current?.leaveMessage !== undefined && !(await this.doors.confirm(current.leaveMessage))) return
      this.drop(Math.min(delta, this.pages.length - 1))
      if (this.current !== undefined) this.reveal(this.current, false)
    })
  }

  /** The address a page of this mini-program would have; throws when there is no such page. */
  find(url: string): Route {
    const route = parseRoute(url, this.current?.path ?? '')
    if (this.doors.manifest.pages[route.path] === undefined) throw new Refusal(`page "${route.path}" is not found`)
    return route
  }

  private isTab(route: Route): boolean {
    return this.doors.manifest.tabBar?.list.some(tab => tab.pagePath === route.path) ?? false
  }

  private place(page: Page, isForward: boolean): void {
    this.pages.push(page)
    if (page.isTab) this.tabs.set(page.path, page)
    this.onChange.tell(page, isForward)
    page.load()
    page.show()
  }

  private reveal(page: Page, isForward: boolean): void {
    if (!this.pages.includes(page)) this.pages.push(page)
    this.onChange.tell(page, isForward)
    page.show()
  }

  // A tab page below stays alive: only switching between tabs hides it.
  private drop(count: number): void {
    for (const page of this.pages.splice(this.pages.length - count, count).reverse()) {
      page.unload()
      this.tabs.delete(page.path)
    }
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const result = this.turn.then(work)
    this.turn = result.catch((error: unknown) => {
      if (!(error instanceof Refusal)) this.doors.errors.report(error)
    })
    return result
  }
}
