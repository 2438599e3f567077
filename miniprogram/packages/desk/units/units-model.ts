import type { RowItem } from '../../../components/list-row/row-item'
import type { Paged } from '../../../contract/paging'
import type { RegionCode } from '../../../contract/regions'
import { regionName } from '../../../contract/region-names'
import { type Unit, units, type UnitState } from '../../../contract/units'
import { deskUnitWords, EMPTY_UNITS, nothingNamed, UNIT_TAGS } from '../../../copy/desk-units'
import { monthDay } from '../../../copy/moments'
import { UNIT_KIND_NAMES } from '../../../copy/units'
import type { PageModel } from '../../../lib/define-page'
import { type Listing, listing, noListing } from '../../../lib/listing'
import type { View } from '../../../lib/live-view'
import { routes } from '../../../lib/routes'
import { textOf } from '../../../lib/text-of'
import { call } from '../../../services/cloud'
import { openPage } from '../../../services/navigation'

interface UnitsState extends Listing<RowItem> {
  region: RegionCode
  place: string
  state: UnitState
  name: string
  empty: string
}

type UnitsView = View<UnitsState>

const rowOf = ({ id, name, kind, region, state, appliedAt }: Unit): RowItem => ({
  id,
  icon: 'landmark',
  title: name,
  note: [regionName(region), UNIT_KIND_NAMES[kind]].join(' · '),
  badge: state === 'applied' ? monthDay(appliedAt) : UNIT_TAGS[state].text,
  tone: UNIT_TAGS[state].tone,
})

const asking =
  ({ state: { region, state, name } }: UnitsView) =>
  async (after: string | null): Promise<Paged<RowItem>> => {
    const { items, next } = await call(units.list, { region, state, name, after })
    return { items: items.map(rowOf), next }
  }

const list = listing(asking)

function lookFor(view: UnitsView, change: Partial<UnitsState>): Promise<void> {
  view.show(change)
  const { state, name } = view.state
  view.show({ empty: name === '' ? EMPTY_UNITS[state] : nothingNamed(name) })
  return list.begin(view)
}

const isState = (text: string): text is UnitState => text in UNIT_TAGS

export const unitsModel: PageModel<UnitsState> = {
  state: { ...noListing<RowItem>(), region: '', place: '', state: 'applied', name: '', empty: '' },
  words: deskUnitWords,

  opened(view, { region = '' }) {
    view.show({ region, place: regionName(region), empty: EMPTY_UNITS.applied })
  },
  shown: list.refresh,
  refreshed: list.refresh,

  on: {
    retry: list.begin,
    more: list.readOn,
    choose(view, event) {
      const state = textOf(event, 'value')
      return isState(state) ? lookFor(view, { state }) : undefined
    },
    search: (view, event) => lookFor(view, { name: textOf(event, 'text') }),
    open: (_view, event) => openPage(routes.deskUnit({ unit: textOf(event, 'value') })),
  },
}
