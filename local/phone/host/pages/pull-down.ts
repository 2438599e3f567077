import { h } from '../../shared/dom'

const TRIGGER_PX = 50
const OPEN_PX = 50

/** Pulling a page down at its top: by finger, by mouse, or by wx.startPullDownRefresh. */
export class PullDown {
  readonly indicator = h('div', { class: 'pull-down', 'aria-hidden': 'true' }, h('i'), h('i'), h('i'))
  private start: number | undefined
  private isOpen = false

  constructor(
    private readonly page: HTMLElement,
    private readonly onRefresh: () => void,
  ) {}

  /** Listens to the page's own element. */
  attach(): void {
    const { page } = this
    page.addEventListener(
      'touchstart',
      event => {
        this.begin(event.touches[0]?.clientY)
      },
      { passive: true },
    )
    page.addEventListener(
      'touchmove',
      event => {
        this.move(event.touches[0]?.clientY, event)
      },
      { passive: false },
    )
    page.addEventListener('touchend', () => {
      this.end()
    })
    page.addEventListener('mousedown', event => {
      this.begin(event.clientY)
    })
    page.addEventListener('mousemove', event => {
      if (event.buttons > 0) this.move(event.clientY, event)
    })
    page.addEventListener('mouseup', () => {
      this.end()
    })
    page.addEventListener('mouseleave', () => {
      this.end()
    })
  }

  setTextStyle(style: string): void {
    this.indicator.dataset.style = style
  }

  open(): void {
    if (this.isOpen) return
    this.isOpen = true
    this.shift(OPEN_PX, true)
    this.onRefresh()
  }

  close(): void {
    this.isOpen = false
    this.shift(0, true)
  }

  private begin(y: number | undefined): void {
    this.start = this.page.scrollTop <= 0 && !this.isOpen ? y : undefined
  }

  private move(y: number | undefined, event: Event): void {
    if (this.start === undefined || y === undefined) return
    const distance = y - this.start
    if (distance <= 0) return
    if (event.cancelable) event.preventDefault()
    this.shift(distance / 2, false)
  }

  private end(): void {
    if (this.start === undefined) return
    this.start = undefined
    const pulled = Number(this.page.dataset.pulled ?? 0)
    if (pulled >= TRIGGER_PX) this.open()
    else if (pulled > 0) this.shift(0, true)
  }

  private shift(px: number, isAnimated: boolean): void {
    const { style, dataset } = this.page
    dataset.pulled = String(px)
    style.transition = isAnimated ? 'transform 200ms ease-out' : ''
    style.transform = px === 0 ? '' : `translateY(${px}px)`
    this.indicator.classList.toggle('is-open', px > 0)
  }
}
