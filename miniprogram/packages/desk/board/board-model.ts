import { type LiveBoard, standings } from '../../../contract/standings'
import { regionName } from '../../../contract/region-names'
import type { RegionCode } from '../../../contract/regions'
import { startOfDay } from '../../../contract/time'
import {
  boardLine,
  boardStats,
  deskBoardWords,
  hoursTitle,
  participationText,
  withoutText,
} from '../../../copy/desk-board'
import { monthDay } from '../../../copy/moments'
import type { Stat } from '../../../copy/quiz'
import type { PageModel } from '../../../lib/define-page'
import type { View } from '../../../lib/live-view'
import { failed, LOADING, type Loading, READY, retrying } from '../../../lib/loading'
import { routes } from '../../../lib/routes'
import { call } from '../../../services/cloud'
import { openPage } from '../../../services/navigation'
import { shownRound } from '../../../stores/ranking'

interface Place {
  region: RegionCode
  name: string
  share: number
  text: string
}

interface BoardState extends Omit<Loading, 'phase'> {
  phase: Loading['phase'] | 'empty'
  region: RegionCode
  line: string
  stats: Stat[]
  days: { label: string; value: number }[]
  hours: { label: string; count: number }[]
  hoursTitle: string
  below: Place[]
  /** Which regions nobody has taken part in yet; empty where there are none. */
  without: string
}

type BoardView = View<BoardState>

const takingPart = (below: LiveBoard['below']) => below.filter(({ players }) => players > 0)
const withoutPlayers = (below: LiveBoard['below']) => below.filter(({ players }) => players === 0)

function placesOf({ below }: LiveBoard): Place[] {
  const most = Math.max(1, ...below.map(({ players }) => players))
  return takingPart(below).map(place => ({
    region: place.region,
    name: regionName(place.region),
    share: place.players / most,
    text: participationText(place),
  }))
}

const contentOf = (board: LiveBoard): Partial<BoardState> => ({
  ...READY,
  line: boardLine(board.region, board.asOf),
  stats: boardStats(board),
  days: board.days.map(({ day, attempts }) => ({ label: monthDay(startOfDay(day)), value: attempts })),
  hours: board.hours?.attempts.map((count, hour) => ({ label: String(hour), count })) ?? [],
  hoursTitle: board.hours ? hoursTitle(board.hours.day) : '',
  below: placesOf(board),
  without: withoutText(withoutPlayers(board.below).map(({ region }) => regionName(region))),
})

async function load(view: BoardView): Promise<void> {
  try {
    const round = await shownRound()
    if (round === null) view.show({ ...READY, phase: 'empty', problem: deskBoardWords.closed })
    else view.show(contentOf(await call(standings.showBoard, { round, region: view.state.region })))
  } catch (problem) {
    if (view.state.phase !== 'ready') view.show(failed(problem))
  }
}

export const boardModel: PageModel<BoardState> = {
  state: { ...LOADING, region: '', line: '', stats: [], days: [], hours: [], hoursTitle: '', below: [], without: '' },
  words: deskBoardWords,

  opened(view, { region = '' }) {
    view.show({ region })
  },
  shown: load,
  refreshed: load,

  on: {
    retry: retrying(load),
    openSuspicions: view => openPage(routes.deskSuspicions({ region: view.state.region })),
  },
}
