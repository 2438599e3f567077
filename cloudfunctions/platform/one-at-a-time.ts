/** Runs what it is given one after the other, however it was started. After a failure nothing more is run. */
export function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve()
  let isOver = false
  return {
    run<Result>(work: () => Promise<Result>): Promise<Result> {
      if (isOver) return Promise.reject(new Error('this came after the end'))
      const done = last.then(work)
      last = done
      // Whoever started it may not look at it; `end` does.
      done.catch(() => undefined)
      return done
    },

    /** Lets nothing more in, waits for what was started, and rejects with the first failure. */
    async end(): Promise<void> {
      isOver = true
      await last
    },
  }
}
