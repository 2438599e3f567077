/** A number from 0 up to but not including 1. */
export type Random = () => number

/** A repeatable sequence: a counter stirred by multiplications (the finisher of MurmurHash3). */
export function seededRandom(seed: number): Random {
  let count = seed
  return () => {
    count = (count + 0x9e3779b9) | 0
    let mixed = Math.imul(count ^ (count >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
  }
}
