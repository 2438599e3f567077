/** One step of a histogram: what it gathers, and how many fell into it. */
export interface Bin {
  label: string
  count: number
}

/** A column as it is drawn: its height is a share of the tallest, 0 to 1. */
interface Column {
  label: string
  height: number
  own: boolean
  /** Whether its label is written: among many steps only some are, so that none overlap. */
  labelled: boolean
}

const MOST_LABELS = 4

/** Few labels at even distances, counted from the first. */
const everyNth = (bins: number): number => Math.ceil(bins / MOST_LABELS)

/** Columns of a histogram, the person's own marked; `own` is -1 where the person is in none. */
export function columnsOf(bins: readonly Bin[], own: number): Column[] {
  const tallest = Math.max(1, ...bins.map(({ count }) => count))
  const nth = everyNth(bins.length)
  return bins.map(({ label, count }, position) => ({
    label,
    height: Math.max(0, count) / tallest,
    own: position === own,
    labelled: position % nth === 0,
  }))
}

/** Where the flag over a column stands, as a share of the width; kept off the edges so that its words fit. */
export function flagPlace(bins: number, own: number, margin = 0.2): number {
  if (own < 0 || own >= bins) return -1
  return Math.min(1 - margin, Math.max(margin, (own + 0.5) / bins))
}
