import type { Listeners } from '../device/listeners'

type Listener = (event: unknown) => void

/** An `on…`/`off…` pair of `wx` over one of the phone's own lists; `off…` without a listener removes those added here. */
export function eventPair<Args extends unknown[]>(
  source: Listeners<Args>,
  guard: (work: () => unknown) => unknown,
  describe: (...args: Args) => unknown,
): { on: (listener: Listener) => void; off: (listener?: Listener) => void } {
  const known: { given: Listener; added: (...args: Args) => void }[] = []
  return {
    on(given) {
      const added = (...args: Args) => {
        guard(() => {
          given(describe(...args))
        })
      }
      known.push({ given, added })
      source.add(added)
    },
    off(listener) {
      for (const entry of known.splice(0)) {
        if (listener === undefined || entry.given === listener) source.remove(entry.added)
        else known.push(entry)
      }
    },
  }
}
