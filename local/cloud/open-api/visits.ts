const TWO_HOURS = 7_200_000

/** When each person last called a function, since this cloud was started. */
export class Visits {
  readonly #last = new Map<string, number>()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  note(openId: string): void {
    this.#last.set(openId, this.#now())
  }

  /** Whether the platform would still check content in this person's name. */
  isRecent(openId: string): boolean {
    const last = this.#last.get(openId)
    return last !== undefined && Math.abs(this.#now() - last) <= TWO_HOURS
  }
}
