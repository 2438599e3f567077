import { button, h } from '../../phone/shared/dom'
import { sentenceOf } from './ask'
import { askClock, type ClockSetting, type ClockTold, MODES, setClock } from './cloud-clock'
import { beijing, fromField, toField } from './in-words'
import { heading, keepFresh, note, type View } from './view'

const LOOK_EVERY = 1000
const MINUTE = 60_000
const LEAPS = [
  ['+ 10 minutes', 10 * MINUTE],
  ['+ 1 hour', 60 * MINUTE],
  ['+ 1 day', 24 * 60 * MINUTE],
  ['+ 1 week', 7 * 24 * 60 * MINUTE],
] as const

/** The one clock that functions, the database and the phones tell. */
export function clockView(): View {
  const panel = new ClockPanel()
  return { element: h('section', {}, heading('Clock'), panel.element), stop: keepFresh(() => panel.look(), LOOK_EVERY) }
}

class ClockPanel {
  readonly element: HTMLElement
  readonly #face = h('output', { class: 'clock-face', 'aria-label': 'Beijing time of the cloud' })
  readonly #mode = h('span', { class: 'chip' })
  readonly #field = h('input', { id: 'instant', type: 'datetime-local', step: '1' })
  readonly #trouble = h('div')
  #last: ClockTold = { mode: 'real', now: Date.now() }

  constructor() {
    const about = note(
      'Functions, server dates and phones all tell this time. Setting it changes nothing that is stored.',
    )
    const now = h('div', { class: 'card clock' }, this.#face, this.#mode)
    this.element = h('div', { class: 'stack' }, now, this.#chosen(), this.#moved(), about, this.#trouble)
  }

  look(): Promise<void> {
    return this.#show(askClock())
  }

  #chosen(): HTMLElement {
    const at = (mode: 'ticking' | 'frozen') => () => ({ mode, now: fromField(this.#field.value) })
    const tools = h(
      'div',
      { class: 'tools' },
      this.#button('main', 'Set, and let it run', at('ticking')),
      this.#button('tool', 'Freeze there', at('frozen')),
    )
    return h('div', { class: 'card stack' }, h('label', { for: 'instant' }, 'Beijing time'), this.#field, tools)
  }

  #moved(): HTMLElement {
    const later = (by: number) => (): ClockSetting => ({
      mode: this.#last.mode === 'frozen' ? 'frozen' : 'ticking',
      now: this.#last.now + by,
    })
    return h(
      'div',
      { class: 'card tools' },
      this.#button('tool', 'Freeze now', () => ({ mode: 'frozen', now: this.#last.now })),
      ...LEAPS.map(([label, by]) => this.#button('tool', label, later(by))),
      this.#button('tool', 'Back to real time', () => ({ mode: 'real' })),
    )
  }

  #button(kind: string, label: string, setting: () => ClockSetting): HTMLElement {
    return button({ class: kind }, label, () => void this.#show(setClock(setting())))
  }

  async #show(asked: Promise<ClockTold>): Promise<void> {
    try {
      this.#last = await asked
      const { now, mode } = this.#last
      this.#face.textContent = beijing(now)
      this.#mode.textContent = MODES[mode]
      this.#mode.dataset.mode = mode
      if (this.#field.value === '') this.#field.value = toField(now)
      this.#trouble.replaceChildren()
    } catch (thrown) {
      this.#trouble.replaceChildren(note(sentenceOf(thrown), 'trouble'))
    }
  }
}
