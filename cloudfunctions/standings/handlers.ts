import { COUNTRY } from '../../miniprogram/contract/regions'
import type { standings } from '../../miniprogram/contract/standings'
import type { Handlers } from '../platform/context'
import { pageOf } from '../platform/paging'
import { mustOrganise } from '../platform/reach'
import { showBoard } from './live-board'
import { showRanking } from './ranking'
import { itemReply } from './replies'
import { itemRulings } from './repository/item-rulings'
import { items } from './repository/item-statistics'
import { decideSuspicion, listSuspicions, showSuspicion } from './suspicions'
import { setVisibility } from './visibility'

const PAGE = 50

export const handlers: Handlers<typeof standings> = {
  showRanking,
  setVisibility,

  async listItemStatistics({ flag, after }, context) {
    mustOrganise(context, COUNTRY)
    const found = pageOf(await items.page(flag, after, PAGE + 1), PAGE, ({ _id }) => _id)
    const ids = found.items.map(({ _id }) => _id)
    const rulings = new Map((await itemRulings.byIds(ids)).map(ruling => [ruling._id, ruling]))
    return { items: found.items.map(item => itemReply(item, rulings.get(item._id))), next: found.next }
  },

  listSuspicions,
  showSuspicion,
  decideSuspicion,
  showBoard,
}
