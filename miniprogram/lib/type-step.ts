const SMALLEST = 10
const LARGEST = 14

/** The class of the letters' size that the person has set in WeChat; 1 where the client does not tell. */
export function typeStep(factor = 1): string {
  const tenths = Number.isFinite(factor) ? Math.round(factor * 10) : 10
  return `type-${10 * Math.min(LARGEST, Math.max(SMALLEST, tenths))}`
}
