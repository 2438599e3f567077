import type { RowItem } from '../../../components/list-row/row-item'
import type { Paged } from '../../../contract/paging'
import type { RegionCode } from '../../../contract/regions'
import { regionName } from '../../../contract/region-names'
import { standings } from '../../../contract/standings'
import type { Suspicion } from '../../../contract/suspicions'
import {
  deskSuspicionsWords,
  kindsLine,
  pointsText,
  SUSPICION_WORDS,
  suspicionLine,
  VERDICT_TAGS,
} from '../../../copy/desk-suspicions'
import type { PageModel } from '../../../lib/define-page'
import { type Listing, listing, noListing } from '../../../lib/listing'
import type { View } from '../../../lib/live-view'
import { routes } from '../../../lib/routes'
import { textOf } from '../../../lib/text-of'
import { call } from '../../../services/cloud'
import { openPage } from '../../../services/navigation'

type Show = keyof typeof deskSuspicionsWords.empty

interface SuspicionsState extends Listing<RowItem> {
  region: RegionCode
  place: string
  show: Show
  empty: string
}

type SuspicionsView = View<SuspicionsState>

/** Of what waits the score is told; of what is decided, what was decided. */
function rowOf(suspicion: Suspicion, listed: RegionCode): RowItem {
  const { id, kinds, score, decision } = suspicion
  const shown = { id, title: kindsLine(kinds), note: suspicionLine(suspicion, listed) }
  const icon = SUSPICION_WORDS[kinds[0] ?? 'too-fast'].icon
  if (!decision) return { ...shown, icon, accent: 'sun', badge: pointsText(score), tone: 'soon' }
  const { text: badge, tone } = VERDICT_TAGS[decision.verdict]
  return { ...shown, icon: 'circle-check', accent: 'green', badge, tone }
}

const reading =
  ({ state: { region, show } }: SuspicionsView) =>
  async (after: string | null): Promise<Paged<RowItem>> => {
    const { items, next } = await call(standings.listSuspicions, { region, after, decided: show === 'decided' })
    return { items: items.map(item => rowOf(item, region)), next }
  }

const list = listing(reading)

const isShow = (text: string): text is Show => text in deskSuspicionsWords.empty

export const suspicionsModel: PageModel<SuspicionsState> = {
  state: {
    ...noListing<RowItem>(),
    ...{ region: '', place: '', show: 'waiting', empty: deskSuspicionsWords.empty.waiting },
  },
  words: deskSuspicionsWords,

  opened(view, { region = '' }) {
    view.show({ region, place: regionName(region) })
  },
  shown: list.refresh,
  refreshed: list.refresh,

  on: {
    retry: list.begin,
    more: list.readOn,
    async choose(view, event) {
      const show = textOf(event, 'value')
      if (!isShow(show)) return
      view.show({ show, empty: deskSuspicionsWords.empty[show] })
      await list.begin(view)
    },
    press: (_view, event) => openPage(routes.deskSuspicion({ id: textOf(event, 'value') })),
  },
}
