import type { PhoneApi, Theme } from '../phone-api'
import { button, h } from '../shared/dom'
import { KeptShelf } from './kept-shelf'
import type { Persona } from './personas'

export interface StandSettings {
  persona: string
  theme: Theme
  fontScale: number
  path: string
}

/** One telephone on the desk, with who holds it and what is done to it. */
export class PhoneStand {
  readonly element: HTMLElement
  private readonly frame = h('iframe', { class: 'phone-window', title: '小程序' })
  private readonly who = h('select', { class: 'who', 'aria-label': '扮演谁' })
  private readonly note = h('span', { class: 'who-note' })
  private readonly kept = new KeptShelf()
  private readonly faults = h('details', { class: 'faults', hidden: '' })
  private readonly network: HTMLButtonElement
  private isOnline = true
  private shownFaults = 0

  constructor(
    private readonly personas: Persona[],
    private readonly settings: StandSettings,
    private readonly events: { chosen(persona: string): void; called(): void },
  ) {
    this.who.append(...personas.map(({ id, name }) => h('option', { value: id }, name)))
    this.who.value = settings.persona
    this.who.addEventListener('change', () => {
      this.choose(this.who.value)
    })
    this.network = button({ class: 'tool', 'aria-pressed': 'true' }, '有网络', () => {
      this.setOnline(!this.isOnline)
    })
    const reload = button({ class: 'tool' }, '重新载入', () => {
      this.reload()
    })
    const bar = h(
      'div',
      { class: 'stand-bar' },
      h('div', { class: 'holder' }, this.who, this.note),
      this.network,
      reload,
    )
    this.element = h('article', { class: 'stand' }, bar, h('div', { class: 'body' }, this.frame))
    this.element.append(this.kept.element, this.faults)
    this.frame.addEventListener('load', () => {
      this.frame.contentWindow?.addEventListener('phone-called', () => {
        events.called()
      })
    })
    this.describe()
    this.load(settings.path)
  }

  /** Where the phone is now, so that the desk can be opened there again. */
  get path(): string {
    const state: unknown = this.frame.contentWindow?.history.state
    return typeof state === 'string' ? state : ''
  }

  reload(): void {
    this.shownFaults = 0
    this.frame.contentWindow?.location.reload()
  }

  setTheme(theme: Theme): void {
    this.settings.theme = theme
    this.phone()?.setTheme(theme)
  }

  /** Text size is read when a mini-program starts: the phone starts again where it was. */
  setFontScale(fontScale: number): void {
    this.settings.fontScale = fontScale
    this.load(this.path)
  }

  askClock(): void {
    void this.phone()?.askClock()
  }

  /** Brings what stands beside the phone up to date. */
  look(): void {
    this.kept.show(this.phone()?.kept ?? [])
    this.showFaults()
  }

  private showFaults(): void {
    const errors = this.phone()?.errors ?? []
    if (errors.length === this.shownFaults) return
    this.shownFaults = errors.length
    this.faults.hidden = errors.length === 0
    const summary = h('summary', {}, `${errors.length} 个错误`)
    this.faults.replaceChildren(summary, ...errors.map(error => h('pre', {}, error)))
  }

  private phone(): PhoneApi | undefined {
    return this.frame.contentWindow?.phone
  }

  private choose(persona: string): void {
    this.settings.persona = persona
    this.describe()
    this.load('')
    this.events.chosen(persona)
  }

  private describe(): void {
    this.note.textContent = this.personas.find(persona => persona.id === this.settings.persona)?.note ?? ''
  }

  private setOnline(isOnline: boolean): void {
    this.isOnline = isOnline
    this.network.textContent = isOnline ? '有网络' : '已断网'
    this.network.setAttribute('aria-pressed', String(isOnline))
    if (isOnline) this.phone()?.goOnline()
    else this.phone()?.goOffline()
  }

  private load(path: string): void {
    const { persona, theme, fontScale } = this.settings
    const query = new URLSearchParams({
      persona,
      theme,
      fontScale: String(fontScale),
      network: this.isOnline ? 'on' : 'off',
    })
    const hash = path === '' ? '' : `#${path.startsWith('/') ? path : `/${path}`}`
    this.shownFaults = 0
    this.faults.hidden = true
    const address = `/phone/?${query.toString()}${hash}`
    const isSamePage =
      this.frame.contentWindow?.location.href.split('#')[0] === new URL(address, location.href).href.split('#')[0]
    this.frame.src = address
    // A frame whose address differs in the hash alone would not load again.
    if (isSamePage) this.reload()
  }
}
