import { listenToLook, look } from '../stores/appearance'
import { dressChrome } from './chrome'

/** What a view-model holds of its page: the state as last shown, and the one way to change it. */
export interface View<State> {
  readonly state: Readonly<State>
  show(change: Partial<State>): void
}

/** A tap or a component's event, with the data-* values of the element that carries the handler. */
export interface PageEvent {
  data: Readonly<Record<string, unknown>>
  detail: unknown
}

export type Params = Readonly<Record<string, string | undefined>>

type Doing = void | Promise<void>

/** A page without its looks: pure state, what happens in its life, and what its WXML may call (`on`). */
export interface PageModel<State> {
  state: State
  /** Fixed texts, reachable in WXML as `words`. */
  words: object
  opened?(view: View<State>, params: Params): Doing
  shown?(view: View<State>): Doing
  hidden?(view: View<State>): Doing
  refreshed?(view: View<State>): Doing
  shared?(view: View<State>): { title: string; path: string }
  on: Readonly<Record<string, (view: View<State>, event: PageEvent) => Doing>>
}

/** The part of a component instance that a page needs. */
interface Host {
  setData(data: object): void
}

/** Gathers changes and hands them to the renderer once a tick, only those that differ. */
class LiveView<State extends object> implements View<State> {
  private pending: Partial<State> = {}
  private waiting = false
  state: State
  stopListening: () => void = () => undefined

  constructor(
    private readonly host: Host,
    initial: State,
  ) {
    this.state = { ...initial }
  }

  show(change: Partial<State>): void {
    for (const name in change) if (change[name] !== this.state[name]) this.pending[name] = change[name]
    this.state = { ...this.state, ...change }
    if (this.waiting) return
    this.waiting = true
    wx.nextTick(() => {
      this.flush()
    })
  }

  dress(): void {
    this.host.setData({ look: look() })
  }

  private flush(): void {
    this.waiting = false
    const data = this.pending
    this.pending = {}
    if (Object.keys(data).length > 0) this.host.setData(data)
  }
}

const eventOf = (event: WechatMiniprogram.CustomEvent): PageEvent => {
  const data: Record<string, unknown> = { ...event.currentTarget.dataset }
  const detail: unknown = event.detail
  return { data, detail }
}

type ViewOf<State extends object> = (host: Host) => LiveView<State>

const lifeOf = <State extends object>(model: PageModel<State>, viewOf: ViewOf<State>) => ({
  onLoad(this: Host, params: Params) {
    const view = viewOf(this)
    view.stopListening = listenToLook(() => {
      view.dress()
    })
    return model.opened?.(view, params)
  },
  onShow(this: Host) {
    dressChrome()
    return model.shown?.(viewOf(this))
  },
  onHide(this: Host) {
    return model.hidden?.(viewOf(this))
  },
  onUnload(this: Host) {
    viewOf(this).stopListening()
    return model.hidden?.(viewOf(this))
  },
  async onPullDownRefresh(this: Host) {
    await model.refreshed?.(viewOf(this))
    await wx.stopPullDownRefresh()
  },
  onShareAppMessage(this: Host) {
    return model.shared?.(viewOf(this)) ?? {}
  },
})

/** Turns a view-model into a page. The only place that calls setData, and so the only one that can be slow at it. */
export function definePage<State extends object>(model: PageModel<State>): void {
  const views = new WeakMap<object, LiveView<State>>()
  const viewOf: ViewOf<State> = host => {
    const view = views.get(host) ?? new LiveView(host, model.state)
    views.set(host, view)
    return view
  }
  const handlers = Object.entries(model.on).map(([name, handle]) => [
    name,
    function (this: Host, event: WechatMiniprogram.CustomEvent) {
      return handle(viewOf(this), eventOf(event))
    },
  ])
  Component({
    data: { ...model.state, words: model.words, look: look() },
    methods: { ...lifeOf(model, viewOf), ...Object.fromEntries(handlers) },
  })
}
