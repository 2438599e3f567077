import type { ItemFlag, ItemStatistics } from '../../miniprogram/contract/standings'
import { itemReply } from './replies'
import { itemRulings } from './repository/item-rulings'
import { items } from './repository/item-statistics'

/** How a version of a question did, named `<id>@<version>`; null while no first attempt has met it. Two reads. */
export async function statisticsOf(version: string): Promise<ItemStatistics | null> {
  const [[found], ruling] = await Promise.all([items.byIds([version]), itemRulings.get(version)])
  return found && found.value.answers > 0 ? itemReply(found, ruling ?? undefined) : null
}

/** What statistics warn of, by `<id>@<version>` in the order of these names, superseded versions too. One read. */
export async function flagsAfter(last: string | null, limit: number): Promise<Map<string, ItemFlag[]>> {
  const found = await items.flagged(last, limit)
  return new Map(found.map(({ _id, flags }) => [_id, flags]))
}
