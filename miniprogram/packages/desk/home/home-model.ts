import { people } from '../../../contract/people'
import { covers, type RegionCode } from '../../../contract/regions'
import { regionName } from '../../../contract/region-names'
import { units } from '../../../contract/units'
import { countText, deskWords, standingLine } from '../../../copy/desk'
import type { PageModel } from '../../../lib/define-page'
import type { View } from '../../../lib/live-view'
import { failed, LOADING, type Loading, READY, retrying } from '../../../lib/loading'
import { hasChoice } from '../../../lib/region-rows'
import { routes } from '../../../lib/routes'
import { textOf } from '../../../lib/text-of'
import { call } from '../../../services/cloud'
import { openPage, openTab } from '../../../services/navigation'
import { askDesk, chooseDeskRegion, type Desk } from '../../../stores/desk'
import { currentEdition } from '../../../stores/edition'
import { broken, counted, type Tile, type TileName, waitingTiles } from './tiles'
import { isWay, pathOf, recordWays, type Way, workWays } from './ways'

interface HomeState extends Omit<Loading, 'phase'> {
  phase: Loading['phase'] | 'empty'
  regions: RegionCode[]
  region: RegionCode
  /** The region of the person's own that the one on the screen lies in. */
  own: RegionCode
  name: string
  standing: string
  mayChoose: boolean
  choosing: boolean
  tiles: Tile[]
  work: Way[]
  records: Way[]
}

type HomeView = View<HomeState>

const put = (view: HomeView, tiles: readonly Tile[]) => {
  view.show({ tiles: view.state.tiles.map(tile => tiles.find(({ name }) => name === tile.name) ?? tile) })
}

/** What a tile counts comes when it comes; an answer about a region that is no longer shown is dropped. */
async function fill(view: HomeView, names: readonly TileName[], ask: () => Promise<Tile[]>): Promise<void> {
  const { region } = view.state
  const tiles = await ask().catch(() => names.map(broken))
  if (view.state.region === region) put(view, tiles)
}

async function countUnits(region: RegionCode): Promise<Tile[]> {
  const { applied, missing } = await call(units.countWaiting, { region })
  return [counted('applied', applied, String(applied)), counted('missing', missing, String(missing))]
}

async function countTexts(region: RegionCode): Promise<Tile[]> {
  const { items, next } = await call(people.listTextReviews, { region, after: null })
  return [counted('texts', items.length, countText(items.length, next !== null))]
}

async function sayYear(view: HomeView): Promise<void> {
  const { edition } = await currentEdition()
  view.show({ standing: standingLine(view.state.own, edition.year) })
}

async function count(view: HomeView): Promise<void> {
  const { region } = view.state
  await Promise.all([
    fill(view, ['applied', 'missing'], () => countUnits(region)),
    fill(view, ['texts'], () => countTexts(region)),
    sayYear(view).catch(() => undefined), // the desk works without the year in its heading
  ])
}

function showDesk(view: HomeView, { regions, region, isMinistry }: Desk): void {
  const other = region !== view.state.region
  const own = regions.find(candidate => covers(candidate, region)) ?? region
  view.show({
    ...READY,
    regions,
    region,
    own,
    name: regionName(region),
    mayChoose: hasChoice(regions),
    work: workWays(isMinistry),
    records: recordWays,
    ...(other ? { tiles: waitingTiles(), standing: standingLine(own, null) } : {}),
  })
}

async function load(view: HomeView): Promise<void> {
  try {
    const desk = await askDesk()
    if (desk.regions.length === 0) view.show({ ...READY, phase: 'empty', problem: deskWords.nobody })
    else {
      showDesk(view, desk)
      await count(view)
    }
  } catch (problem) {
    if (view.state.phase !== 'ready') view.show(failed(problem))
  }
}

export const homeModel: PageModel<HomeState> = {
  state: {
    ...LOADING,
    regions: [],
    region: '',
    own: '',
    name: '',
    standing: '',
    mayChoose: false,
    choosing: false,
    tiles: waitingTiles(),
    work: [],
    records: [],
  },
  words: deskWords,

  shown: load,
  refreshed: load,

  on: {
    retry: retrying(load),
    async leave() {
      await openTab(routes.me())
    },
    chooseRegion(view) {
      view.show({ choosing: true })
    },
    closeRegions(view) {
      view.show({ choosing: false })
    },
    async take(view, event) {
      chooseDeskRegion(textOf(event, 'value'))
      view.show({ choosing: false })
      await load(view)
    },
    async openTile(view, event) {
      const tile = view.state.tiles.find(({ name }) => name === textOf(event, 'name'))
      if (tile?.failed) await count(view)
      else if (tile) await openPage(pathOf(tile.way, view.state.region))
    },
    async go(view, event) {
      const way = textOf(event, 'value')
      if (isWay(way)) await openPage(pathOf(way, view.state.region))
    },
  },
}
