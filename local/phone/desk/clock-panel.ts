import { button, h } from '../shared/dom'
import { section } from './choice'

type ClockSetting = { mode: 'real' } | { mode: 'ticking' | 'frozen'; now: number }

const ASK_EVERY_MS = 5_000
const HINTS: Record<string, string> = { real: '真实时间', ticking: '已改，仍在走', frozen: '已停住' }

const zone = { timeZone: 'Asia/Shanghai' } as const
const dayFormat = new Intl.DateTimeFormat('zh-CN', {
  ...zone,
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
})
const timeFormat = new Intl.DateTimeFormat('zh-CN', {
  ...zone,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
})
const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000

/** `2026-09-21T14:05` in Beijing, as the field for date and time wants it. */
const toField = (instant: number) => new Date(instant + BEIJING_OFFSET_MS).toISOString().slice(0, 16)
const fromField = (text: string) => Date.parse(`${text}:00+08:00`)

/** The cloud's clock: seen, set, stopped, and back to real time. */
export class ClockPanel {
  readonly element: HTMLElement
  private readonly day = h('div', { class: 'clock-day' })
  private readonly time = h('div', { class: 'clock-time' })
  private readonly hint = h('span', { class: 'chip' })
  private readonly field = h('input', { type: 'datetime-local', class: 'field', 'aria-label': '北京时间' })
  private mode = 'real'
  private offsetMs = 0
  private stoppedAt: number | undefined

  constructor(private readonly onChange: () => void) {
    const set = (mode: 'ticking' | 'frozen') => {
      const now = fromField(this.field.value)
      if (!Number.isNaN(now)) void this.send({ mode, now })
    }
    this.element = section(
      '云端时间',
      h('div', { class: 'clock-face' }, h('div', {}, this.day, this.time), this.hint),
      this.field,
      h(
        'div',
        { class: 'buttons' },
        button({ class: 'quiet-button' }, '改到此刻', () => {
          set('ticking')
        }),
        button({ class: 'quiet-button' }, '停在此刻', () => {
          set('frozen')
        }),
        button({ class: 'quiet-button' }, '真实时间', () => void this.send({ mode: 'real' })),
      ),
    )
  }

  start(): void {
    void this.ask().then(() => {
      this.field.value = toField(this.now())
    })
    setInterval(() => void this.ask(), ASK_EVERY_MS)
    setInterval(() => {
      this.draw()
    }, 250)
  }

  private now(): number {
    return this.stoppedAt ?? Date.now() + this.offsetMs
  }

  private async ask(init?: RequestInit): Promise<void> {
    const answer: unknown = await fetch('/clock', init)
      .then(response => (response.ok ? response.json() : undefined))
      .catch(() => undefined)
    if (typeof answer !== 'object' || answer === null || !('now' in answer) || typeof answer.now !== 'number') return
    this.mode = 'mode' in answer ? String(answer.mode) : 'real'
    this.offsetMs = answer.now - Date.now()
    this.stoppedAt = this.mode === 'frozen' ? answer.now : undefined
    this.draw()
  }

  private async send(setting: ClockSetting): Promise<void> {
    await this.ask({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(setting) })
    if (setting.mode === 'real') this.field.value = toField(this.now())
    this.onChange()
  }

  private draw(): void {
    this.day.textContent = dayFormat.format(this.now())
    this.time.textContent = timeFormat.format(this.now())
    this.hint.textContent = HINTS[this.mode] ?? ''
    this.hint.dataset.mode = this.mode
  }
}
