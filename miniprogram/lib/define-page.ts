import { errorWords } from '../copy/errors'
import { asCallError } from '../services/call-error'
import { openPage } from '../services/navigation'
import { listenToLook, look } from '../stores/appearance'
import { type Host, LiveView, type View } from './live-view'
import { routes } from './routes'

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
  refreshed?(view: View<State>): Doing
  /** Only a page that has this can be forwarded. */
  shared?(view: View<State>): { title: string; path: string }
  on: Readonly<Record<string, (view: View<State>, event: PageEvent) => Doing>>
}

type ViewOf<State extends object> = (host: Host) => LiveView<State>

const eventOf = (event: WechatMiniprogram.CustomEvent): PageEvent => {
  const data: Record<string, unknown> = { ...event.currentTarget.dataset }
  const detail: unknown = event.detail
  return { data, detail }
}

/** Whatever a model did not see coming is said in words: nothing is lost in silence. */
async function guarded(doing: () => Doing | undefined): Promise<void> {
  try {
    await doing()
  } catch (problem) {
    await wx.showToast({ title: errorWords(problem), icon: 'none', duration: 3000 })
  }
}

/** What a person does themselves leads to the consent where that is what is missing; a page that merely opens only says so. */
const withConsent = (doing: () => Doing | undefined) => async (): Promise<void> => {
  try {
    await doing()
  } catch (problem) {
    if (asCallError(problem).code !== 'consent-missing') throw problem
    await openPage(routes.consent())
  }
}

const lifeOf = <State extends object>(model: PageModel<State>, viewOf: ViewOf<State>) => ({
  onLoad(this: Host, params: Params) {
    const view = viewOf(this)
    view.dress()
    view.stopListening = listenToLook(() => {
      view.dress()
    })
    const opening = guarded(() => model.opened?.(view, params))
    // What is known already, such as a draft, is on the page from its first moment.
    view.flush()
    return opening
  },
  onShow(this: Host) {
    const view = viewOf(this)
    view.isShown = true
    view.dress()
    return guarded(() => model.shown?.(view))
  },
  onHide(this: Host) {
    viewOf(this).isShown = false
  },
  onUnload(this: Host) {
    const view = viewOf(this)
    view.isShown = false
    view.stopListening()
  },
  async onPullDownRefresh(this: Host) {
    await guarded(() => model.refreshed?.(viewOf(this)))
    await wx.stopPullDownRefresh()
  },
})

const sharingOf = <State extends object>(model: PageModel<State>, viewOf: ViewOf<State>) =>
  model.shared && {
    onShareAppMessage(this: Host) {
      return model.shared?.(viewOf(this)) ?? {}
    },
  }

const handlersOf = <State extends object>({ on }: PageModel<State>, viewOf: ViewOf<State>) =>
  Object.entries(on).map(([name, handle]) => [
    name,
    function (this: Host, event: WechatMiniprogram.CustomEvent) {
      return guarded(withConsent(() => handle(viewOf(this), eventOf(event))))
    },
  ])

/** Turns a view-model into a page. Its LiveView is the only place that calls setData for a page. */
export function definePage<State extends object>(model: PageModel<State>): void {
  const views = new WeakMap<object, LiveView<State>>()
  const viewOf: ViewOf<State> = host => {
    const view = views.get(host) ?? new LiveView(host, model.state)
    views.set(host, view)
    return view
  }
  Component({
    data: { ...model.state, words: model.words, look: look() },
    methods: {
      ...lifeOf(model, viewOf),
      ...sharingOf(model, viewOf),
      ...Object.fromEntries(handlersOf(model, viewOf)),
    },
  })
}
