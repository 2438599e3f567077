import type { Counters } from '../counters'
import { type Random, seededRandom } from './random'

/** How often each fault happens, as a share of the phone's calls or uploads from 0 to 1. */
export interface FaultShares {
  /** the request is lost before it reaches the function */
  dropBefore: number
  /** the function runs, its answer is lost */
  dropAfter: number
  delay: number
  /** the request arrives twice; the phone hears the first answer */
  duplicate: number
  /** the function's instance dies during the call */
  kill: number
  /** an upload breaks off half-way */
  cutUpload: number
}

export interface FaultSettings extends FaultShares {
  /** how long a delayed call waits, real milliseconds */
  delayMilliseconds: number
  /** a killed instance lives at most this long, real milliseconds */
  killWithinMilliseconds: number
  /** the same seed brings the same faults to the same sequence of calls */
  seed: number
}

/** What is going to happen to one call. */
export interface CallFaults {
  delay: number
  isDroppedBefore: boolean
  isDroppedAfter: boolean
  isDoubled: boolean
  killAfter: number | undefined
}

const OFF: FaultSettings = {
  dropBefore: 0,
  dropAfter: 0,
  delay: 0,
  duplicate: 0,
  kill: 0,
  cutUpload: 0,
  delayMilliseconds: 200,
  killWithinMilliseconds: 20,
  seed: 1,
}

/** Faults between the phone and the cloud. All are off until they are set. What happened is counted. */
export class Faults {
  readonly #counters: Counters
  #settings = OFF
  #random: Random = seededRandom(OFF.seed)

  constructor(counters: Counters) {
    this.#counters = counters
  }

  settings(): FaultSettings {
    return this.#settings
  }

  /** Whatever is not named is off; the sequence begins anew. @throws RangeError for a share beyond 0 to 1 */
  set(settings: Partial<FaultSettings>): void {
    const wanted = { ...OFF, ...settings }
    for (const kind of ['dropBefore', 'dropAfter', 'delay', 'duplicate', 'kill', 'cutUpload'] as const)
      if (!(wanted[kind] >= 0 && wanted[kind] <= 1)) throw new RangeError(`${kind} has to be a share from 0 to 1`)
    this.#settings = wanted
    this.#random = seededRandom(wanted.seed)
  }

  clear(): void {
    this.set({})
  }

  /** Every call takes the same number of random numbers, so that one fault does not move the others. */
  planCall(): CallFaults {
    const { delayMilliseconds, killWithinMilliseconds } = this.#settings
    const isDelayed = this.#happens('delay')
    const isDroppedBefore = this.#happens('dropBefore')
    const [isDoubled, isKilled, isDroppedAfter] = [
      this.#happens('duplicate', !isDroppedBefore),
      this.#happens('kill', !isDroppedBefore),
      this.#happens('dropAfter', !isDroppedBefore),
    ]
    const killAfter = this.#random() * killWithinMilliseconds
    return {
      delay: isDelayed ? delayMilliseconds : 0,
      isDroppedBefore,
      isDroppedAfter,
      isDoubled,
      killAfter: isKilled ? killAfter : undefined,
    }
  }

  /** Whether an upload that begins now breaks off half-way. */
  cutsUpload(): boolean {
    return this.#happens('cutUpload')
  }

  #happens(kind: keyof FaultShares, isPossible = true): boolean {
    const happens = this.#random() < this.#settings[kind] && isPossible
    if (happens) this.#counters.countFault(kind)
    return happens
  }
}
