import { columnsOf, flagPlace } from '../../../miniprogram/lib/chart-distribution'
import { areaMask, highestOf, lineMask, trendPlaces } from '../../../miniprogram/lib/chart-trend'

const trend = (...values: number[]) => values.map(value => ({ label: String(value), value }))

describe('trend', () => {
  test.each([
    ['none', [], []],
    ['one day, in the middle', [5], [{ x: 0.5, y: 0.06 }]],
    [
      'nothing at all lies on the ground',
      [0, 0],
      [
        { x: 0, y: 1 },
        { x: 1, y: 1 },
      ],
    ],
    [
      'evenly spaced, from nought to the highest',
      [0, 10, 5],
      [
        { x: 0, y: 1 },
        { x: 0.5, y: 0.06 },
        { x: 1, y: 0.53 },
      ],
    ],
  ])('%s', (_what, values, places) => {
    expect(trendPlaces(trend(...values))).toEqual(places)
  })

  test.each([
    [[], -1],
    [[3], 0],
    [[1, 7, 7, 2], 1],
    [[1, 2, 9], 2],
  ])('the earliest highest of %j is at %i', (values, highest) => {
    expect(highestOf(trend(...values))).toBe(highest)
  })

  const shapeOf = (mask: string): string =>
    decodeURIComponent(mask.replace('url("data:image/svg+xml,', '').replace('")', ''))

  test('the line goes through the places, the area closes it to the ground', () => {
    const places = trendPlaces(trend(0, 10))
    expect(shapeOf(lineMask(places))).toContain('d="M0 40L100 2.4"')
    expect(shapeOf(areaMask(places))).toContain('d="M0 40L0 40L100 2.4L100 40Z"')
    expect(areaMask([])).toBe('none')
  })
})

describe('distribution', () => {
  const bins = (...counts: number[]) => counts.map((count, position) => ({ label: `${position}`, count }))

  test('columns are shares of the tallest, one is one’s own', () => {
    expect(columnsOf(bins(0, 4, 2), 2)).toEqual([
      { label: '0', height: 0, own: false, labelled: true },
      { label: '1', height: 1, own: false, labelled: true },
      { label: '2', height: 0.5, own: true, labelled: true },
    ])
  })

  test('nobody anywhere draws nothing', () => {
    expect(columnsOf(bins(0, 0), -1).map(({ height, own }) => [height, own])).toEqual([
      [0, false],
      [0, false],
    ])
  })

  test('of many columns at most four are labelled, evenly', () => {
    const labelled = columnsOf(bins(...Array<number>(14).fill(1)), -1).flatMap(column =>
      column.labelled ? [column.label] : [],
    )
    expect(labelled).toEqual(['0', '4', '8', '12'])
  })

  test.each([
    ['over its column', 10, 4, 0.45],
    ['kept off the left edge', 10, 0, 0.2],
    ['kept off the right edge', 10, 9, 0.8],
    ['nowhere without an own', 10, -1, -1],
    ['nowhere beyond the last', 10, 10, -1],
  ])('the flag stands %s', (_what, count, own, place) => {
    expect(flagPlace(count, own)).toBeCloseTo(place)
  })
})
