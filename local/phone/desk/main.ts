import type { Theme } from '../phone-api'
import { h } from '../shared/dom'
import { BuildNews } from './build-news'
import { choice, section } from './choice'
import { ClockPanel } from './clock-panel'
import { CountersPanel } from './counters-panel'
import { type DeskState, readState, USUAL_WIDTH, writeState } from './desk-state'
import { loadPersonas, type Persona } from './personas'
import { PhoneStand } from './phone-stand'

const LOOK_EVERY_MS = 2_000
/** px: a telephone with its edge, and what stands above and below it */
const PHONE_HEIGHT = 860
const AROUND = 132
const SMALLEST = 0.55

const THEMES: { text: string; value: Theme }[] = [
  { text: '浅色', value: 'light' },
  { text: '深色', value: 'dark' },
]
const SIZES = [
  { text: '标准', value: 1 },
  { text: '大', value: 1.2 },
  { text: '特大', value: 1.4 },
  { text: '最大', value: 1.75 },
]
const WIDTHS = [320, 360, USUAL_WIDTH, 430, 768].map(value => ({ text: String(value), value }))
const COUNTS: { text: string; value: DeskState['phones'] }[] = [
  { text: '一部', value: 1 },
  { text: '两部', value: 2 },
]

/** The desk: one or two telephones, and a quiet panel beside them. */
class Desk {
  private readonly table = h('main', { class: 'table' })
  private readonly fault = h('pre', { class: 'build-fault', role: 'alert', hidden: '' })
  private readonly counters = new CountersPanel()
  private readonly clock = new ClockPanel(() => {
    for (const stand of this.stands) stand.askClock()
  })
  private stands: PhoneStand[] = []

  constructor(
    private readonly state: DeskState,
    private readonly personas: Persona[],
  ) {}

  open(): void {
    document.body.append(this.panel(), this.table, this.fault)
    this.lay()
    this.clock.start()
    void this.counters.refresh()
    const news = new BuildNews(
      () => {
        for (const stand of this.stands) stand.reload()
      },
      fault => {
        this.showFault(fault)
      },
    )
    setInterval(() => {
      this.look()
      void news.ask()
    }, LOOK_EVERY_MS)
    window.addEventListener('resize', () => {
      this.fit()
    })
    this.fit()
  }

  private panel(): HTMLElement {
    const about = h('p', {}, '小程序原样运行，云就在本机。')
    const header = h('header', {}, h('h1', {}, '云科普'), about)
    return h('aside', { class: 'panel' }, header, this.clock.element, this.choices(), this.counters.element)
  }

  private choices(): HTMLElement {
    const { state } = this
    const theme = choice('外观', THEMES, state.theme, chosen => {
      this.change({ theme: chosen })
      for (const stand of this.stands) stand.setTheme(chosen)
    })
    const size = choice('字号', SIZES, state.fontScale, fontScale => {
      this.change({ fontScale })
      for (const stand of this.stands) stand.setFontScale(fontScale)
    })
    const count = choice('几部', COUNTS, state.phones, phones => {
      this.change({ phones })
      this.lay()
    })
    const width = choice('宽度', WIDTHS, state.width, chosen => {
      this.change({ width: chosen })
      this.fit()
    })
    return section('手机', theme, size, width, count)
  }

  private change(part: Partial<DeskState>): void {
    Object.assign(this.state, part)
    document.documentElement.dataset.theme = this.state.theme
    writeState(this.state)
  }

  private lay(): void {
    const { state } = this
    const kept = this.stands.slice(0, state.phones)
    for (let index = kept.length; index < state.phones; index += 1) kept.push(this.createStand(index))
    this.stands = kept
    this.table.replaceChildren(...kept.map(stand => stand.element))
    this.change({})
    this.fit()
  }

  private createStand(index: number): PhoneStand {
    const { state, personas } = this
    const wished = state.personas[index] ?? ''
    const persona = wished === '' ? (personas[index]?.id ?? personas[0]?.id ?? '') : wished
    const settings = { persona, theme: state.theme, fontScale: state.fontScale, path: state.paths[index] ?? '' }
    return new PhoneStand(personas, settings, {
      chosen: id => {
        state.personas[index] = id
        this.change({})
      },
      called: () => void this.counters.refresh(),
    })
  }

  private look(): void {
    for (const [index, stand] of this.stands.entries()) {
      stand.look()
      this.state.paths[index] = stand.path
    }
    writeState(this.state)
    void this.counters.refresh()
  }

  private showFault(fault: string): void {
    this.fault.hidden = fault === ''
    this.fault.textContent = fault
  }

  private fit(): void {
    const scale = Math.max(SMALLEST, Math.min(1, (window.innerHeight - AROUND) / PHONE_HEIGHT))
    const { style } = document.documentElement
    style.setProperty('--scale', String(scale))
    style.setProperty('--phone-width', `${this.state.width}px`)
  }
}

void loadPersonas().then(personas => {
  new Desk(readState(new URL(location.href)), personas).open()
})
