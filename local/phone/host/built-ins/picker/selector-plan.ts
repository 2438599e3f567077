import { isRecord } from '../../engine/instance'
import { listOf, type PickerPlan, type PickerWish } from './picker-plan'

function textsOf(range: unknown, key: string): string[] {
  return listOf(range).map(item => String(key !== '' && isRecord(item) ? item[key] : item))
}

const indexOf = (value: unknown) => Math.max(0, Math.trunc(Number(value) || 0))

export function selectorPlan({ range, rangeKey, value }: PickerWish): PickerPlan {
  return {
    columns: () => [textsOf(range, rangeKey)],
    start: [indexOf(value)],
    answer: ([index = 0]) => ({ value: index }),
  }
}

/** Reads the wish anew each time: a page changes later columns while an earlier one is turned. */
export function multiSelectorPlan(wish: () => PickerWish): PickerPlan {
  return {
    columns: () => listOf(wish().range).map(column => textsOf(column, wish().rangeKey)),
    start: listOf(wish().range).map((_, at) => indexOf(listOf(wish().value)[at])),
    answer: chosen => ({ value: [...chosen] }),
  }
}
