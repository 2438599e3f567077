import type { TextReview } from '../../../contract/granting'
import type { Paged } from '../../../contract/paging'
import { people } from '../../../contract/people'
import type { RegionCode } from '../../../contract/regions'
import { regionName } from '../../../contract/region-names'
import { deskTextWords, placeName } from '../../../copy/desk-texts'
import { monthDay } from '../../../copy/moments'
import { type Busy, whileBusy } from '../../../lib/busy'
import type { PageModel } from '../../../lib/define-page'
import { type Listing, listing, noListing } from '../../../lib/listing'
import type { View } from '../../../lib/live-view'
import { sendOnce } from '../../../lib/send-once'
import { tell } from '../../../lib/tell'
import { textOf } from '../../../lib/text-of'
import { asCallError } from '../../../services/call-error'
import { call } from '../../../services/cloud'

interface TextItem {
  id: string
  text: string
  facts: string
}

interface TextsState extends Listing<TextItem>, Busy {
  region: RegionCode
  place: string
  /** The text that is about to be refused. */
  refusing: string
}

type TextsView = View<TextsState>

const itemOf = ({ id, text, place, region, at }: TextReview): TextItem => ({
  id,
  text,
  facts: [placeName(place), regionName(region), monthDay(at)].join(' · '),
})

const reading =
  ({ state: { region } }: TextsView) =>
  async (after: string | null): Promise<Paged<TextItem>> => {
    const { items, next } = await call(people.listTextReviews, { region, after })
    return { items: items.map(itemOf), next }
  }

const list = listing(reading)

/** A text that somebody else has decided about meanwhile leaves the list like one's own. */
async function decide(view: TextsView, id: string, passes: boolean): Promise<void> {
  const meanwhile = await sendOnce(people.decideText, { id, passes }).then(
    () => false,
    (problem: unknown) => {
      const { code } = asCallError(problem)
      if (code !== 'already-decided' && code !== 'review-unknown') throw problem
      return true
    },
  )
  const rows = view.state.rows.filter(row => row.id !== id)
  view.show({ rows, ...(rows.length === 0 && view.state.next === null ? { phase: 'empty' as const } : {}) })
  if (meanwhile) await tell(deskTextWords.meanwhile)
  else await tell(passes ? deskTextWords.passed : deskTextWords.refused)
}

export const textsModel: PageModel<TextsState> = {
  state: { ...noListing<TextItem>(), region: '', place: '', refusing: '', busy: false },
  words: deskTextWords,

  opened(view, { region = '' }) {
    view.show({ region, place: regionName(region) })
  },
  shown: list.refresh,
  refreshed: list.refresh,

  on: {
    retry: list.begin,
    more: list.readOn,
    async press(view, event) {
      const id = textOf(event, 'value')
      if (textOf(event, 'deed') === 'refuse') view.show({ refusing: id })
      else await whileBusy(view, () => decide(view, id, true))
    },
    back(view) {
      view.show({ refusing: '' })
    },
    refuse: view =>
      whileBusy(view, async () => {
        const { refusing } = view.state
        view.show({ refusing: '' })
        await decide(view, refusing, false)
      }),
  },
}
