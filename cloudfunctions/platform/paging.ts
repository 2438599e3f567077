import type { Paged } from '../../miniprogram/contract/paging'

/** @param found one more than a page holds, where there is more */
export function pageOf<Item>(found: readonly Item[], size: number, cursorOf: (item: Item) => string): Paged<Item> {
  const items = found.slice(0, size)
  const last = items.at(-1)
  return { items, next: found.length > size && last !== undefined ? cursorOf(last) : null }
}
