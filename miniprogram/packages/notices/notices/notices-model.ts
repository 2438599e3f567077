import type { Notice } from '../../../contract/notices'
import type { Paged } from '../../../contract/paging'
import type { RegionCode } from '../../../contract/regions'
import { forYou, noticesWords } from '../../../copy/notices'
import type { PageModel } from '../../../lib/define-page'
import { type Listing, listing, noListing } from '../../../lib/listing'
import type { View } from '../../../lib/live-view'
import { routes } from '../../../lib/routes'
import { textOf } from '../../../lib/text-of'
import { openPage } from '../../../services/navigation'
import { newestNotices, olderNotices, ownRegion, refreshNotices } from '../../../stores/notices'
import { type NoticeRow, rowsOf } from './notice-rows'

interface NoticesState extends Listing<NoticeRow> {
  region: RegionCode | null
  note: string
}

/** What each open list has read so far; the rows alone travel to the renderer. */
const read = new WeakMap<object, Notice[]>()

type First = (region: RegionCode | null) => Promise<Paged<Notice>>

const asking = (first: First) => (view: View<NoticesState>) => async (after: string | null) => {
  const { region } = view.state
  const page = after === null ? await first(region) : await olderNotices(region, after)
  const all = [...(after === null ? [] : (read.get(view) ?? [])), ...page.items]
  read.set(view, all)
  return { items: rowsOf(page.items, all), next: page.next }
}

/** What this instance has just read is new enough for a page that opens; who pulls it down wants it anew. */
const known = listing(asking(newestNotices))
const anew = listing(asking(refreshNotices))

async function settle(view: View<NoticesState>): Promise<void> {
  const region = await ownRegion()
  view.show({ region, note: forYou(region) })
}

export const noticesModel: PageModel<NoticesState> = {
  state: { ...noListing<NoticeRow>(), region: null, note: '' },
  words: noticesWords,

  async opened(view) {
    await settle(view)
    await known.begin(view)
  },
  async refreshed(view) {
    await settle(view)
    await anew.refresh(view)
  },

  on: {
    retry: anew.begin,
    more: anew.readOn,
    async openNotice(view, event) {
      const row = view.state.rows.find(({ id }) => id === textOf(event, 'id'))
      if (row) await openPage(routes.notice({ id: row.id, region: row.region }))
    },
  },
}
