import type { Logs, Rating } from '../../../../miniprogram/contract/practice-logs'
import type { Category } from '../../../../miniprogram/contract/questions'
import { DAY, dayOf, MINUTE } from '../../../../miniprogram/contract/time'
import {
  deal,
  dueIds,
  favouriteIds,
  mistakeIds,
  type Shelf,
} from '../../../../miniprogram/packages/practice/learning/decks'
import { answeredOn, isMistake, weekOf } from '../../../../miniprogram/packages/practice/learning/progress'

const NOW = Date.parse('2026-09-18T19:30:00+08:00')

const ids = (category: Category, count: number) =>
  Array.from({ length: count }, (_, i) => `${category}-${String(i + 1).padStart(2, '0')}`)

/** Answers of some days ago; the last one today. */
const log = (...told: [daysAgo: number, rating: Rating][]) =>
  told.map(([daysAgo, rating], i) => ({ at: NOW - daysAgo * DAY - (told.length - i) * MINUTE, salt: 'aaa', rating }))

const shelf = (logs: Record<string, ReturnType<typeof log>>, more: Partial<Shelf> = {}): Shelf => ({
  ids: new Map([
    ['air', ids('air', 20)],
    ['water', ids('water', 20)],
  ]),
  logs: new Map(Object.entries(logs)),
  starred: [],
  now: NOW,
  random: () => 0.5,
  ...more,
})

describe('dealing a round', () => {
  const due = { 'air-03': log([9, 3], [9, 3]), 'water-07': log([20, 3], [20, 3]) }

  test('the day’s ten begin with what is due, longest first, and go on with new ones across categories', () => {
    const round = deal('daily', null, shelf(due))
    expect(round.slice(0, 2)).toEqual(['water-07', 'air-03'])
    expect(new Set(round).size).toBe(10)
    expect(round.slice(2).filter(id => id.startsWith('air'))).toHaveLength(4)
  })

  test('a category gives what is due, then new ones, and what can wait only where nothing else is left', () => {
    const small = new Map([['air' as const, ids('air', 3)]])
    const logs = { 'air-01': log([0, 4]), 'air-03': log([9, 3], [9, 3]) }
    expect(deal('category', 'air', shelf(logs, { ids: small }))).toEqual(['air-03', 'air-02', 'air-01'])
    expect(deal('category', 'soil', shelf(logs))).toEqual([])
  })

  test('by weakness: what is most often wrong, then the category of which least is known', () => {
    const logs = { 'air-02': log([1, 1], [0, 3]), 'water-05': log([1, 1]), 'air-09': log([1, 3]) }
    const round = deal('weak', null, shelf(logs))
    expect(round.slice(0, 2)).toEqual(['water-05', 'air-02'])
    expect(round.slice(2).every(id => id.startsWith('water'))).toBe(true)
  })

  test('mistakes and favourites are only those that are on the phone', () => {
    const logs = { 'air-02': log([1, 1]), 'gone-01': log([1, 1]), 'air-04': log([0, 3]) }
    const full = shelf(logs, { starred: ['water-01', 'gone-02'] })
    expect(deal('mistakes', null, full)).toEqual(['air-02'])
    expect(mistakeIds(full)).toEqual(['air-02'])
    expect(deal('favourites', null, full)).toEqual(['water-01'])
    expect(favouriteIds(full)).toEqual(['water-01'])
  })

  test('what was wrong a minute ago is due; what was known by heart is not', () => {
    expect(dueIds(['air-01', 'air-02'], shelf({ 'air-01': log([0, 1]), 'air-02': log([0, 4]) }))).toEqual(['air-01'])
  })
})

describe('the book of mistakes', () => {
  test.each<[Rating[], boolean]>([
    [[], false],
    [[3, 3], false],
    [[1], true],
    [[1, 3], true],
    [[1, 3, 2], false],
    [[1, 3, 1, 3], true],
    [[1, 3, 4, 1], true],
  ])('answers %j: in it %s', (ratings, inIt) => {
    expect(isMistake(log(...ratings.map((rating): [number, Rating] => [0, rating])))).toBe(inIt)
  })
})

describe('how one has kept at it', () => {
  const practised = (...daysAgo: number[]): Logs =>
    new Map([['air-01', log(...[...daysAgo].map((ago): [number, Rating] => [ago, 3]))]])

  test.each([
    [[], 0, false],
    [[0], 1, true],
    [[2, 1, 0], 3, true],
    [[2, 0], 2, true],
    [[1], 1, false],
    [[4, 2], 2, false],
    [[3], 0, false],
    [[9, 5, 1, 0], 2, true],
  ])('practised %j days ago: %d days, today %s', (daysAgo, streak, practisedToday) => {
    expect(weekOf(practised(...daysAgo), NOW)).toMatchObject({ streak, practisedToday })
  })

  test('the week ends today', () => {
    const { days } = weekOf(practised(6, 0), NOW)
    expect(days.map(({ done }) => done)).toEqual([true, false, false, false, false, false, true])
    expect(dayOf(days.at(-1)?.at ?? 0)).toBe('2026-09-18')
  })

  test('answers count for the day in Beijing', () => {
    expect(answeredOn(practised(1, 0, 0), '2026-09-18')).toBe(2)
  })
})
