import { highestText, trendText } from '../../copy/figures'
import { areaMask, highestOf, lineMask, type TrendPoint, trendPlaces } from '../../lib/chart-trend'

const percent = (share: number): string => `${share * 100}%`

/** On which side of its place the words stand, so that they stay inside: from it, before it, or around it. */
function sideOf(x: number): string {
  if (x < 0.34) return 'left'
  return x > 0.66 ? 'right' : 'middle'
}

/** How something went from day to day: a line over its area, with words for the first, the last and the highest day. */
Component({
  properties: {
    /** `{ label, value }` each, one a day, in order. */
    points: { type: Array, value: [] },
    name: String,
    unit: String,
    height: { type: Number, value: 112 },
  },
  data: {
    line: 'none',
    area: 'none',
    summary: '',
    first: '',
    last: '',
    peak: { words: '', left: '0', top: '0', side: 'left' },
    end: { left: '0', top: '0' },
  },
  observers: {
    'points, name, unit'(points: TrendPoint[], name: string, unit: string) {
      const places = trendPlaces(points)
      const highest = highestOf(points)
      const peak = places[highest]
      const end = places.at(-1)
      const [first] = points
      const top = points[highest]
      const last = points.at(-1)
      this.setData({
        summary: trendText(name, unit, points, top),
        ...(peak && end && top && first && last
          ? {
              line: lineMask(places),
              area: areaMask(places),
              first: `${first.label} · ${first.value}`,
              last: points.length > 1 ? `${last.label} · ${last.value}` : '',
              peak: {
                words: highestText(top.value, top.label),
                left: percent(peak.x),
                top: percent(peak.y),
                side: sideOf(peak.x),
              },
              end: { left: percent(end.x), top: percent(end.y) },
            }
          : { line: 'none', area: 'none', first: '', last: '' }),
      })
    },
  },
})
