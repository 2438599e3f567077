import * as v from 'valibot'
import { readInstant, SHARED_INSTANT_BYTES, writeInstant } from './functions/instance/shared-instant'

type ClockState = { mode: 'real'; now: number } | { mode: 'ticking'; now: number } | { mode: 'frozen'; now: number }

/** Where the clock's setting outlives the process. */
interface ClockMemory {
  setting(name: string): string | undefined
  keepSetting(name: string, value: string): void
}

const SETTING = 'clock'

const Kept = v.object({ offset: v.number(), frozen: v.nullable(v.number()) })

/** The one clock of the local cloud: functions, server dates and the phone's frame all tell it. */
export class CloudClock {
  /** shared with every function instance */
  readonly shared = new SharedArrayBuffer(SHARED_INSTANT_BYTES)
  readonly #cells = new Float64Array(this.shared)
  readonly #memory: ClockMemory
  readonly #listeners: (() => void)[] = []
  #mode: ClockState['mode'] = 'real'

  constructor(memory: ClockMemory) {
    this.#memory = memory
    const text = memory.setting(SETTING)
    const kept: unknown = text === undefined ? { offset: 0, frozen: null } : JSON.parse(text)
    const { offset, frozen } = v.parse(Kept, kept)
    this.#put(offset, frozen)
  }

  /** Epoch milliseconds. */
  now(): number {
    return readInstant(this.#cells, Date.now())
  }

  /** @param listener is told whenever the clock was set, not as it ticks */
  onSet(listener: () => void): void {
    this.#listeners.push(listener)
  }

  state(): ClockState {
    return { mode: this.#mode, now: this.now() }
  }

  /** Goes on from this instant. */
  set(instant: number): void {
    this.#keep(refuseOdd(instant) - Date.now(), null)
  }

  /** Stands still at this instant. */
  freeze(instant: number): void {
    this.#keep(0, refuseOdd(instant))
  }

  real(): void {
    this.#keep(0, null)
  }

  #keep(offset: number, frozen: number | null): void {
    this.#put(offset, frozen)
    this.#memory.keepSetting(SETTING, JSON.stringify({ offset, frozen }))
    for (const listener of this.#listeners) listener()
  }

  #put(offset: number, frozen: number | null): void {
    writeInstant(this.#cells, offset, frozen ?? Number.NaN)
    this.#mode = frozen !== null ? 'frozen' : offset === 0 ? 'real' : 'ticking'
  }
}

function refuseOdd(instant: number): number {
  if (!Number.isSafeInteger(instant) || Number.isNaN(new Date(instant).getTime()))
    throw new RangeError('an instant is a whole number of epoch milliseconds')
  return instant
}
