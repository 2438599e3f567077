import { numbersFrom, type PickerPlan, type PickerWish, twoDigits } from './picker-plan'

function parse(text: unknown, missing: readonly [number, number]): readonly [number, number] {
  const found = /^(\d{1,2}):(\d{1,2})/.exec(String(text))
  return found === null ? missing : [Number(found[1]), Number(found[2])]
}

export function timePlan(wish: PickerWish, now: string): PickerPlan {
  const first = parse(wish.start, [0, 0])
  const last = parse(wish.end, [23, 59])
  const choices = (chosen: readonly number[]) => {
    const hours = numbersFrom(first[0], last[0])
    const hour = hours[chosen[0] ?? 0] ?? first[0]
    return [hours, numbersFrom(hour === first[0] ? first[1] : 0, hour === last[0] ? last[1] : 59)]
  }
  const [hour, minute] = parse(wish.value, parse(now, first))
  const hourAt = Math.max(0, choices([])[0]?.indexOf(hour) ?? 0)
  return {
    columns: chosen => choices(chosen).map(numbers => numbers.map(twoDigits)),
    start: [hourAt, Math.max(0, choices([hourAt])[1]?.indexOf(minute) ?? 0)],
    answer: chosen => ({
      value: choices(chosen)
        .map((numbers, at) => twoDigits(numbers[chosen[at] ?? 0] ?? 0))
        .join(':'),
    }),
  }
}
