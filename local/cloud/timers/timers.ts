import type { CloudClock } from '../clock'
import type { FunctionService } from '../functions/function-service'
import { TIMER_SOURCE } from '../functions/identity'
import type { Outcome } from '../functions/outcome'
import { deployedTriggers, type Trigger } from './deployed-triggers'
import { nextInstant } from './next-instant'
import type { Schedule, TimerTable } from './timer-table'

interface TimerParts {
  functionsRoot: string
  functions: FunctionService
  clock: CloudClock
  table: TimerTable
  /** false: they run only when `runDue` is called */
  byClock: boolean
}

/** How a timer's call ended. */
export interface TimerRun {
  requestId: string
  outcome: Outcome['kind']
  /** what the function returned; undefined when it did not */
  result: unknown
}

/** setTimeout takes no longer wait; it looks again then. */
const LONGEST_WAIT = 60_000

/**
 * Runs the timer triggers of config.json by the cloud's clock. One that became due several times while the clock
 * jumped, or while nothing ran, runs once. It is due until its call has ended: one that was cut off runs again.
 */
export class Timers {
  readonly #parts: TimerParts
  readonly #schedules = new Map<string, Schedule & Trigger>()
  readonly #running = new Map<string, Promise<TimerRun>>()
  #alarm: NodeJS.Timeout | undefined
  #stopped = false

  constructor(parts: TimerParts) {
    this.#parts = parts
    this.reload()
    parts.clock.onSet(() => {
      this.#rearm()
      this.#wake()
    })
  }

  /** Every trigger and when it is due next, by function and name. */
  list(): Schedule[] {
    return [...this.#schedules.values()].map(({ functionName, triggerName, config, dueAt, armedAt }) => ({
      functionName,
      triggerName,
      config,
      dueAt,
      armedAt,
    }))
  }

  /** Those whose instant has come. */
  due(now = this.#parts.clock.now()): Schedule[] {
    return this.list().filter(({ dueAt }) => dueAt !== undefined && dueAt <= now)
  }

  /** Runs one now, due or not; when it is due next stays as it is. @throws Error when there is no such trigger */
  async run(functionName: string, triggerName: string): Promise<TimerRun> {
    if (!this.#schedules.has(keyOf({ functionName, triggerName })))
      throw new Error(`${functionName} has no trigger ${triggerName}`)
    return this.#call({ functionName, triggerName }, this.#parts.clock.now())
  }

  /** Runs every one that is due, once, and waits for them. */
  async runDue(now = this.#parts.clock.now()): Promise<void> {
    await Promise.all(
      this.due(now).map(({ functionName, triggerName }) => this.#runOnce(keyOf({ functionName, triggerName }))),
    )
  }

  /** Takes the triggers as they are now on disk. */
  reload(): void {
    const { functionsRoot, table, clock } = this.#parts
    const kept = new Map(table.all().map(schedule => [keyOf(schedule), schedule]))
    this.#schedules.clear()
    for (const trigger of deployedTriggers(functionsRoot)) {
      const known = kept.get(keyOf(trigger))
      kept.delete(keyOf(trigger))
      if (known?.config === trigger.config) this.#schedules.set(keyOf(trigger), { ...trigger, ...known })
      else this.#arm(trigger, clock.now())
    }
    for (const schedule of kept.values()) table.remove(schedule)
    this.#rearm()
    this.#wake()
  }

  /** Starts none any more; those that run are awaited by `ended`. */
  stop(): void {
    this.#stopped = true
    clearTimeout(this.#alarm)
  }

  async ended(): Promise<void> {
    await Promise.allSettled(this.#running.values())
  }

  #arm(trigger: Trigger, now: number): void {
    const schedule = { ...trigger, dueAt: nextInstant(trigger.cron, now), armedAt: now }
    this.#schedules.set(keyOf(trigger), schedule)
    this.#parts.table.keep(schedule)
  }

  /** A clock that was set back makes earlier instants count again. */
  #rearm(): void {
    const now = this.#parts.clock.now()
    for (const schedule of this.#schedules.values()) if (now < schedule.armedAt) this.#arm(schedule, now)
  }

  #wake(): void {
    clearTimeout(this.#alarm)
    if (this.#stopped || !this.#parts.byClock) return
    const { clock } = this.#parts
    // One look at the clock: between two, an instant could be neither due nor to come.
    const now = clock.now()
    void this.runDue(now)
    const coming = this.list().flatMap(({ dueAt }) => (dueAt === undefined || dueAt <= now ? [] : [dueAt]))
    if (coming.length === 0 || clock.state().mode === 'frozen') return
    const wait = Math.min(Math.min(...coming) - now, LONGEST_WAIT)
    this.#alarm = setTimeout(() => {
      this.#wake()
    }, wait)
    this.#alarm.unref()
  }

  #runOnce(key: string): Promise<unknown> {
    const schedule = this.#schedules.get(key)
    const running = this.#running.get(key)
    if (running || !schedule || this.#stopped) return running ?? Promise.resolve()
    const startedAt = this.#parts.clock.now()
    const run = this.#call(schedule, schedule.dueAt ?? startedAt).then(ended => {
      this.#running.delete(key)
      this.#advance(key, ended, startedAt)
      return ended
    })
    this.#running.set(key, run)
    return run
  }

  /** Reckoned from the start of the run: what became due meanwhile is due. */
  #advance(key: string, { outcome }: TimerRun, startedAt: number): void {
    const schedule = this.#schedules.get(key)
    if (!schedule || (this.#stopped && outcome === 'ended')) return
    this.#arm(schedule, startedAt)
    this.#rearm()
    this.#wake()
  }

  async #call({ functionName, triggerName }: Named, time: number): Promise<TimerRun> {
    const event = { Type: 'Timer', TriggerName: triggerName, Time: isoOf(time), Message: '' }
    const { requestId, outcome } = await this.#parts.functions.invoke({
      functionName,
      event: JSON.stringify(event),
      identity: null,
      source: TIMER_SOURCE,
    })
    const result: unknown = outcome.kind === 'returned' ? JSON.parse(outcome.result) : undefined
    return { requestId, outcome: outcome.kind, result }
  }
}

type Named = Pick<Schedule, 'functionName' | 'triggerName'>

const keyOf = ({ functionName, triggerName }: Named): string => `${functionName}/${triggerName}`

const isoOf = (instant: number): string => new Date(instant).toISOString().replace(/\.\d{3}Z$/, 'Z')
