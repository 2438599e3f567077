/** What a mode of <picker> shows, and what its answer is. */
export interface PickerPlan {
  columns(chosen: readonly number[]): readonly (readonly string[])[]
  start: readonly number[]
  /** `detail` of the change event */
  answer(chosen: readonly number[]): { value: unknown }
}

/** The properties of the element, as they are now. */
export interface PickerWish {
  range: unknown
  rangeKey: string
  value: unknown
  start: string
  end: string
  fields: string
  level: string
  customItem: string
}

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

export const twoDigits = (value: number) => String(value).padStart(2, '0')

/** `from` to `to`, both included */
export const numbersFrom = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
