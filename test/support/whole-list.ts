import type { Paged } from '../../miniprogram/contract/paging'

/** A list read to its end, page by page. */
export async function wholeList<Item>(read: (after: string | null) => Promise<Paged<Item>>): Promise<Item[]> {
  const items: Item[] = []
  let after: string | null = null
  do {
    const page: Paged<Item> = await read(after)
    items.push(...page.items)
    after = page.next
  } while (after !== null)
  return items
}
