import { Listeners } from './device/listeners'
import type { ErrorLog } from './device/error-log'
import { type Callback, isFunction } from './engine/instance'
import type { Route } from './pages/route'

const FROM_THE_LIST = 1001

export interface LaunchOptions {
  path: string
  query: Record<string, string>
  scene: number
  shareTicket: undefined
  referrerInfo: object
  apiCategory: string
}

/** The app itself: App(), getApp() and what they are told. */
export class AppLife {
  readonly onShow = new Listeners<[options: LaunchOptions]>()
  readonly onHide = new Listeners<[]>()
  launchOptions: LaunchOptions | undefined
  private app: Record<string, unknown> | undefined

  constructor(private readonly errors: ErrorLog) {}

  get instance(): Record<string, unknown> | undefined {
    return this.app
  }

  define(options: object): void {
    this.app = { ...options }
    const listen =
      (name: string): Callback =>
      (...args) =>
        this.call(name, ...args)
    this.errors.onError.add(listen('onError'))
    this.errors.onRejection.add((reason, promise) => {
      this.call('onUnhandledRejection', { reason, promise })
    })
  }

  launch(route: Route): void {
    const { path, query } = route
    this.launchOptions = {
      path,
      query,
      scene: FROM_THE_LIST,
      shareTicket: undefined,
      referrerInfo: {},
      apiCategory: 'default',
    }
    this.call('onLaunch', this.launchOptions)
    this.show()
  }

  show(): void {
    if (this.launchOptions === undefined) return
    this.call('onShow', this.launchOptions)
    this.onShow.tell(this.launchOptions)
  }

  hide(): void {
    this.call('onHide')
    this.onHide.tell()
  }

  call(name: string, ...args: unknown[]): unknown {
    const method = this.app?.[name]
    return isFunction(method) ? this.errors.guard(() => method.apply(this.app, args)) : undefined
  }
}
