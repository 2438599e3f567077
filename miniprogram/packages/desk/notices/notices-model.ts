import type { RowItem } from '../../../components/list-row/row-item'
import { type Notice, notices } from '../../../contract/notices'
import type { Paged } from '../../../contract/paging'
import type { RegionCode } from '../../../contract/regions'
import { regionName } from '../../../contract/region-names'
import { deskNoticeWords } from '../../../copy/desk-notices'
import { errorWords } from '../../../copy/errors'
import { monthDay } from '../../../copy/moments'
import { type Busy, whileBusy } from '../../../lib/busy'
import type { PageModel } from '../../../lib/define-page'
import { type Listing, listing, noListing } from '../../../lib/listing'
import type { View } from '../../../lib/live-view'
import { routes } from '../../../lib/routes'
import { sendOnce } from '../../../lib/send-once'
import { tell } from '../../../lib/tell'
import { textOf } from '../../../lib/text-of'
import { call } from '../../../services/cloud'
import { openPage } from '../../../services/navigation'
import { heardNotice, hearNotices } from '../../../stores/heard-notices'
import { noticeRow } from './notice-row'

interface NoticesState extends Listing<RowItem>, Busy {
  region: RegionCode
  place: string
  /** The one that is read in a sheet. */
  opened: (Notice & { facts: string; isOwn: boolean; original: string }) | null
  withdrawing: boolean
  refused: string
}

type NoticesView = View<NoticesState>

const reading =
  ({ state: { region } }: NoticesView) =>
  async (after: string | null): Promise<Paged<RowItem>> => {
    const { items, next } = await call(notices.list, { region, after })
    hearNotices(items)
    return { items: items.map(notice => noticeRow(notice, region)), next }
  }

const list = listing(reading)

function open(view: NoticesView, id: string): void {
  const notice = heardNotice(id)
  if (!notice) return
  const { forwards, region, at } = notice
  view.show({
    opened: {
      ...notice,
      facts: `${regionName(region)} · ${monthDay(at)}`,
      isOwn: region === view.state.region,
      original: forwards ? `${regionName(forwards.region)} · ${monthDay(forwards.at)}` : '',
    },
  })
}

async function withdraw(view: NoticesView, reason: string): Promise<void> {
  const { opened } = view.state
  if (!opened) return
  try {
    await sendOnce(notices.withdraw, { notice: opened.id, reason })
    view.show({ withdrawing: false, opened: null })
    await tell(deskNoticeWords.withdrawn)
  } catch (problem) {
    view.show({ refused: errorWords(problem) })
  }
  await list.refresh(view)
}

export const noticesModel: PageModel<NoticesState> = {
  state: {
    ...noListing<RowItem>(),
    region: '',
    place: '',
    opened: null,
    withdrawing: false,
    refused: '',
    busy: false,
  },
  words: deskNoticeWords,

  opened(view, { region = '' }) {
    view.show({ region, place: regionName(region) })
  },
  shown: list.refresh,
  refreshed: list.refresh,

  on: {
    retry: list.begin,
    more: list.readOn,
    write: view => openPage(routes.writeNotice({ region: view.state.region })),
    open(view, event) {
      open(view, textOf(event, 'value'))
    },
    close(view) {
      view.show({ opened: null })
    },
    async forward(view) {
      const { opened, region } = view.state
      view.show({ opened: null })
      if (opened) await openPage(routes.writeNotice({ region, forwards: opened.id }))
    },
    askWithdraw(view) {
      view.show({ withdrawing: true, refused: '' })
    },
    back(view) {
      view.show({ withdrawing: false })
    },
    withdraw: (view, event) => whileBusy(view, () => withdraw(view, textOf(event, 'reason'))),
  },
}
