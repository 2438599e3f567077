import { numbersFrom, type PickerPlan, type PickerWish, twoDigits } from './picker-plan'

type Parts = readonly [year: number, month: number, day: number]

const FIRST: Parts = [1900, 1, 1]
const LAST: Parts = [2100, 12, 31]
const MONTHS = 12
const DEPTHS: Record<string, number> = { year: 1, month: 2, day: 3 }

function parse(text: unknown, missing: Parts): Parts {
  const [year = missing[0], month = missing[1], day = missing[2]] = String(text).split('-').map(Number)
  return year > 0 ? [year, month, day] : missing
}

const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The numbers each column offers under what the ones before it show. */
function choicesFor(first: Parts, last: Parts, chosen: readonly number[]): number[][] {
  const years = numbersFrom(first[0], last[0])
  const year = years[chosen[0] ?? 0] ?? first[0]
  const months = numbersFrom(year === first[0] ? first[1] : 1, year === last[0] ? last[1] : MONTHS)
  const month = months[Math.min(chosen[1] ?? 0, months.length - 1)] ?? 1
  return [years, months, daysOf(year, month, first, last)]
}

function daysOf(year: number, month: number, first: Parts, last: Parts): number[] {
  const isIn = (edge: Parts) => edge[0] === year && edge[1] === month
  return numbersFrom(isIn(first) ? first[2] : 1, isIn(last) ? last[2] : lastDay(year, month))
}

/** `today` is where the wheels stand without a value. */
export function datePlan(wish: PickerWish, today: string): PickerPlan {
  const first = parse(wish.start, FIRST)
  const last = parse(wish.end, LAST)
  const depth = DEPTHS[wish.fields] ?? 3
  const choices = (chosen: readonly number[]) => choicesFor(first, last, chosen).slice(0, depth)
  const start: number[] = []
  for (const [at, part] of parse(wish.value, parse(today, FIRST)).entries()) {
    start.push(Math.max(0, choicesFor(first, last, start)[at]?.indexOf(part) ?? 0))
  }
  return {
    columns: chosen => choices(chosen).map((numbers, at) => numbers.map(number => `${number}${'年月日'[at] ?? ''}`)),
    start: start.slice(0, depth),
    answer: chosen => {
      const parts = choices(chosen).map((numbers, at) => numbers[chosen[at] ?? 0] ?? 1)
      return { value: parts.map(twoDigits).join('-') }
    },
  }
}
