import { isRecord } from '../engine/instance'
import { Listeners } from './listeners'

const ASK_EVERY_MS = 10_000
const TICK_MS = 1_000
const beijingTime = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})

/** The cloud's time, which the status bar shows: it may be set, frozen or real. */
export class CloudClock {
  readonly onTick = new Listeners<[text: string]>()
  private offsetMs = 0
  private frozenAt: number | undefined

  start(): void {
    void this.ask()
    setInterval(() => void this.ask(), ASK_EVERY_MS)
    setInterval(() => {
      this.tick()
    }, TICK_MS)
  }

  now(): number {
    return this.frozenAt ?? Date.now() + this.offsetMs
  }

  /** Asks the cloud; a cloud that does not answer leaves the clock as it was. */
  async ask(): Promise<void> {
    const answer: unknown = await fetch('/clock')
      .then(response => (response.ok ? response.json() : undefined))
      .catch(() => undefined)
    if (!isRecord(answer) || typeof answer.now !== 'number') return
    this.offsetMs = answer.now - Date.now()
    this.frozenAt = answer.mode === 'frozen' ? answer.now : undefined
    this.tick()
  }

  private tick(): void {
    this.onTick.tell(beijingTime.format(this.now()))
  }
}
