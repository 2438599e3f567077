import { listOf, type PickerPlan, type PickerWish } from './picker-plan'
import { type Region, REGIONS } from './regions'

const DEPTHS: Record<string, number> = { province: 1, city: 2, region: 3 }

/** The list at every depth, while these are chosen above it. */
function levelsFor(chosen: readonly number[], depth: number, all: Region | undefined): Region[][] {
  const levels: Region[][] = []
  let list = REGIONS
  for (let at = 0; at < depth; at += 1) {
    const level = all === undefined ? list : [all, ...list]
    levels.push(level)
    list = level[Math.min(chosen[at] ?? 0, level.length - 1)]?.inside ?? []
  }
  return levels
}

export function regionPlan({ value, level, customItem }: PickerWish): PickerPlan {
  const depth = DEPTHS[level] ?? 3
  const all = customItem === '' ? undefined : { name: customItem, code: '', inside: [] }
  const levels = (chosen: readonly number[]) => levelsFor(chosen, depth, all)
  const start: number[] = []
  for (let at = 0; at < depth; at += 1) {
    const wished = listOf(value)[at]
    start.push(Math.max(0, levels(start)[at]?.findIndex(region => region.name === wished) ?? 0))
  }
  return {
    columns: chosen => levels(chosen).map(list => list.map(({ name }) => name)),
    start,
    answer: chosen => {
      const path = levels(chosen).flatMap((list, at) => list[chosen[at] ?? 0] ?? [])
      const code = path.map(region => region.code)
      return { value: path.map(({ name }) => name), code, postcode: '' }
    },
  }
}
