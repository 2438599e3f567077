import { setTimeout } from 'node:timers/promises'

/** ms */
const PATIENCE = 20_000
const PAUSE = 25

/**
 * Reads again until what is read equals what is expected, or fails as `toEqual` does: a phone shows, stores and tells
 * things a moment after the tap that led to them.
 */
export async function eventually(read: () => unknown, expected: unknown): Promise<void> {
  const until = Date.now() + PATIENCE
  for (;;) {
    try {
      expect(await read()).toEqual(expected)
      return
    } catch (problem) {
      if (Date.now() > until) throw problem
    }
    await setTimeout(PAUSE)
  }
}
