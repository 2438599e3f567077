/** Repeatable choices: the same seed makes the same test in every run. */
export interface Seeded {
  /** a whole number from 0 up to but not including the limit */
  below(limit: number): number
  pick<Item>(items: readonly [Item, ...Item[]]): Item
}

/** The mulberry32 generator. */
export function seeded(seed: number): Seeded {
  let state = seed
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit)
  }
  return {
    below,
    pick: items => {
      const at = below(items.length)
      const found = items.find((_, index) => index === at)
      return found === undefined ? items[0] : found
    },
  }
}
