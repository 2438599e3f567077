/** A day and what was counted on it. */
export interface TrendPoint {
  /** The day as people read it, such as 7-03. */
  label: string
  value: number
}

/** Where a point lies: shares of the box from its left and its top, 0 to 1. */
export interface Place {
  x: number
  y: number
}

/** The box the line is drawn in: a point at the top still has room for its dot. */
const BOX = { width: 100, height: 40 } as const
const HEADROOM = 0.06

const round = (value: number): number => Math.round(value * 1000) / 1000

/** Places of the points, evenly spaced; the scale begins at nought, so that heights compare as the numbers do. */
export function trendPlaces(points: readonly TrendPoint[]): Place[] {
  const top = Math.max(1, ...points.map(({ value }) => value))
  const step = points.length > 1 ? 1 / (points.length - 1) : 0
  return points.map(({ value }, position) => ({
    x: points.length > 1 ? round(position * step) : 0.5,
    y: round(HEADROOM + (1 - HEADROOM) * (1 - Math.max(0, value) / top)),
  }))
}

/** Position of the highest point, the earliest where several are as high; -1 where there is none. */
export const highestOf = (points: readonly TrendPoint[]): number =>
  points.findIndex(({ value }) => value === Math.max(...points.map(point => point.value)))

const pathOf = (places: readonly Place[]): string =>
  places.map(({ x, y }) => `${round(x * BOX.width)} ${round(y * BOX.height)}`).join('L')

const picture = (shape: string): string =>
  `url("data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${BOX.width} ${BOX.height}" preserveAspectRatio="none">${shape}</svg>`,
  )}")`

/** The line as a CSS mask, so that the style sheet of each look gives it its colour. */
export const lineMask = (places: readonly Place[]): string =>
  picture(
    `<path d="M${pathOf(places)}" fill="none" stroke="#000" stroke-width="2.5" stroke-linejoin="round" stroke-linecap="round" vector-effect="non-scaling-stroke"/>`,
  )

/** What lies under the line, likewise. */
export const areaMask = (places: readonly Place[]): string => {
  const [first] = places
  const last = places.at(-1)
  if (!first || !last) return 'none'
  const bottom = BOX.height
  return picture(
    `<path d="M${round(first.x * BOX.width)} ${bottom}L${pathOf(places)}L${round(last.x * BOX.width)} ${bottom}Z"/>`,
  )
}
