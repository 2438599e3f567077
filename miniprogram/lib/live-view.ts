import { look } from '../stores/appearance'
import { dressChrome } from './chrome'
import { updateOf } from './list-update'

/** The part of a component instance that a page needs. */
export interface Host {
  setData(data: object): void
}

/** What a view-model holds of its page: the state as last shown, and the one way to change it. */
export interface View<State> {
  readonly state: Readonly<State>
  /** Whether the page is on the screen, not below another one, and still open. */
  readonly isShown: boolean
  show(change: Partial<State>): void
}

/** Gathers changes and hands them to the renderer once a tick, only those that differ. */
export class LiveView<State extends object> implements View<State> {
  private rendered: State
  private waiting = false
  state: State
  isShown = false
  stopListening: () => void = () => undefined

  constructor(
    private readonly host: Host,
    initial: State,
  ) {
    this.rendered = initial
    this.state = { ...initial }
  }

  show(change: Partial<State>): void {
    this.state = { ...this.state, ...change }
    if (this.waiting) return
    this.waiting = true
    wx.nextTick(() => {
      this.flush()
    })
  }

  /** Puts on the look that is chosen now. */
  dress(): void {
    this.host.setData({ look: look() })
    if (this.isShown) dressChrome()
  }

  /** Hands over at once what is waiting for the end of the tick. */
  flush(): void {
    this.waiting = false
    const { rendered, state } = this
    const data: Record<string, unknown> = {}
    for (const name in state)
      if (state[name] !== rendered[name]) Object.assign(data, updateOf(name, rendered[name], state[name]))
    this.rendered = state
    if (Object.keys(data).length > 0) this.host.setData(data)
  }
}
