import { setTimeout as wait } from 'node:timers/promises'
import type { CallAnswer, PhoneCalls } from '../phone-calls'
import type { Faults } from './faults'

/** The phone's calls with whatever the faults do to them on the way. */
export class FaultyCalls {
  readonly #calls: PhoneCalls
  readonly #faults: Faults

  constructor(calls: PhoneCalls, faults: Faults) {
    this.#calls = calls
    this.#faults = faults
  }

  /** @returns 'lost' when the phone hears nothing */
  async call(personaId: string | null, functionName: string, data: unknown): Promise<CallAnswer | 'lost'> {
    const { delay, isDroppedBefore, isDroppedAfter, isDoubled, killAfter } = this.#faults.planCall()
    if (delay > 0) await wait(delay, undefined, { ref: false })
    if (isDroppedBefore) return 'lost'
    const arrive = (): Promise<CallAnswer> => this.#calls.call(personaId, functionName, data, { killAfter })
    const [answer] = await Promise.all(isDoubled ? [arrive(), arrive()] : [arrive()])
    return isDroppedAfter ? 'lost' : answer
  }
}

/** What a phone makes of silence. */
export const LOST_ANSWER: CallAnswer = {
  errCode: -1,
  errMsg: 'cloud.callFunction:fail request:fail net::ERR_CONNECTION_RESET',
  requestID: '',
}
