import { Component as EngineComponent } from 'glass-easel'
import type { Root } from 'glass-easel-miniprogram-adapter'
import type { Manifest, WindowConfig } from '../../shared/manifest'
import type { PageMeta } from '../built-ins/page-meta'
import type { ErrorLog } from '../device/error-log'
import type { ThemeSwitch } from '../device/theme'
import { h } from '../../shared/dom'
import { setExtraStyle, toBackendElement } from '../engine/border'
import type { Engine } from '../engine/engine'
import { elementOf, type Instance, instanceOf, methodOf } from '../engine/instance'
import type { NavigationActions } from '../screen/navigation-bar'
import { PageFrame } from './page-frame'
import { ScrollMemory, watchPageScroll } from './page-scroll'
import { PullDown } from './pull-down'
import type { Route } from './route'

const DEFAULT_BOTTOM_PX = 50

export interface PageSurroundings {
  engine: Engine
  manifest: Manifest
  theme: ThemeSwitch
  errors: ErrorLog
  actions: NavigationActions
}

/** One open page: its place on the screen, its component, and the story of its life. */
export class Page {
  readonly frame: PageFrame
  readonly config: WindowConfig
  readonly isTab: boolean
  readonly instance: Instance
  readonly pullDown: PullDown
  /** asked before the page is left by going back */
  leaveMessage: string | undefined
  /** whether the menu offers to share it, as far as the page itself wants that */
  mayShare = true
  isShown = false
  /** what 1rem is on this page, '' for the usual size */
  rootFontSize = ''
  private isGone = false
  private readonly root: Root
  private readonly element: HTMLElement
  private readonly scroll = new ScrollMemory()
  private readonly whenShown: (() => void)[] = []

  constructor(
    readonly route: Route,
    private readonly around: PageSurroundings,
  ) {
    const { manifest, theme, engine, actions } = around
    this.config = { ...manifest.window, ...manifest.pages[route.path] }
    this.isTab = manifest.tabBar?.list.some(tab => tab.pagePath === route.path) ?? false
    this.frame = new PageFrame(route.path, this.config, this.isTab, theme, actions)
    this.root = engine.createPage(route.path)
    const node = this.root.getComponent()
    const instance = instanceOf(node)
    const element = elementOf(node)
    if (instance === undefined || element === undefined) throw new Error(`${route.path} cannot be created`)
    this.instance = instance
    this.element = element
    this.pullDown = new PullDown(element, () => {
      this.call('onPullDownRefresh')
    })
  }

  get path(): string {
    return this.route.path
  }

  /** Attaches the component and calls onLoad; `place` must already be in the document. */
  load(): void {
    const { instance, element, config, route } = this
    Object.assign(instance, { route: route.path, options: route.query })
    this.setProperties()
    const placeholder = h('div')
    this.frame.area.append(this.pullDown.indicator, placeholder)
    this.root.attach(toBackendElement(this.frame.area), toBackendElement(placeholder))
    element.classList.toggle('is-fixed', config.disableScroll === true)
    watchPageScroll(element, config.onReachBottomDistance ?? DEFAULT_BOTTOM_PX, (name, event) => {
      this.call(name, event)
    })
    this.pullDown.setTextStyle(this.around.theme.resolve(config.backgroundTextStyle) ?? 'dark')
    if (config.enablePullDownRefresh === true) this.pullDown.attach()
    this.call('onLoad', { ...route.query })
    this.around.engine.ready.then(() => {
      if (!this.isGone) this.call('onReady')
    })
  }

  show(): void {
    this.isShown = true
    this.scroll.restore()
    this.call('onShow')
    this.root.getComponent().triggerPageLifetime('show', [])
    for (const work of this.whenShown.splice(0)) work()
  }

  hide(): void {
    if (!this.isShown) return
    this.isShown = false
    this.scroll.save(this.frame.section)
    this.call('onHide')
    this.root.getComponent().triggerPageLifetime('hide', [])
  }

  unload(): void {
    this.isShown = false
    this.isGone = true
    this.call('onUnload')
    this.root.release()
    this.frame.section.remove()
  }

  /** What <page-meta> in its template says. */
  applyMeta(meta: PageMeta, systemFontPx: number): void {
    const size = meta.pageFontSize === 'system' ? `${systemFontPx}px` : meta.pageFontSize
    const background = meta.backgroundColor === '' ? '' : `background-color: ${meta.backgroundColor};`
    setExtraStyle(this.root.getComponent(), `${background}${size === '' ? '' : `font-size: ${size};`}${meta.pageStyle}`)
    this.rootFontSize = meta.rootFontSize === 'system' ? `${systemFontPx}px` : meta.rootFontSize
    if (meta.backgroundTextStyle !== '') this.pullDown.setTextStyle(meta.backgroundTextStyle)
  }

  /** A hidden page has no layout: what measures it waits until it is seen again. */
  onceShown(work: () => void): void {
    if (this.isShown) work()
    else this.whenShown.push(work)
  }

  /** The page's own scroller. */
  get scroller(): HTMLElement {
    return this.element
  }

  /** The element of a node in the page's own template. */
  find(selector: string): HTMLElement | undefined {
    const node = this.root.getComponent().getShadowRoot()?.querySelector(selector)
    return node ? elementOf(node) : undefined
  }

  has(name: string): boolean {
    return methodOf(this.instance, name) !== undefined
  }

  /** Calls a method of the page's code, if it has it. */
  call(name: string, ...args: unknown[]): unknown {
    const method = methodOf(this.instance, name)
    return this.around.errors.guard(() => method?.apply(this.instance, args))
  }

  // A page that is a Component gets the query as properties, before it is attached.
  private setProperties(): void {
    const node = this.root.getComponent()
    for (const [name, value] of Object.entries(this.route.query)) {
      if (EngineComponent.hasProperty(node, name)) node.replaceDataOnPath([name], value)
    }
    node.applyDataUpdates()
  }
}
