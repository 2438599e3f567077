import type { RowItem } from '../../../components/list-row/row-item'
import { bank } from '../../../contract/bank'
import { roundLine, roundsWords, roundTag } from '../../../copy/rounds'
import type { PageModel } from '../../../lib/define-page'
import type { View } from '../../../lib/live-view'
import { failed, LOADING, type Loading, READY, retrying } from '../../../lib/loading'
import { routes } from '../../../lib/routes'
import { textOf } from '../../../lib/text-of'
import { call } from '../../../services/cloud'
import { openPage } from '../../../services/navigation'

interface RoundsState extends Omit<Loading, 'phase'> {
  phase: Loading['phase'] | 'empty'
  rows: RowItem[]
}

async function load(view: View<RoundsState>): Promise<void> {
  try {
    const found = await call(bank.listRounds, {})
    const rows = found.map(round => ({
      ...{
        id: round.id,
        icon: 'timer',
        accent: 'water',
        title: round.title === '' ? roundsWords.untitled : round.title,
      },
      ...{ note: roundLine(round), ...roundTag(round) },
    }))
    view.show({ ...READY, phase: rows.length === 0 ? 'empty' : 'ready', rows })
  } catch (problem) {
    view.show(failed(problem))
  }
}

export const roundsModel: PageModel<RoundsState> = {
  state: { ...LOADING, rows: [] },
  words: roundsWords,
  shown: load,
  refreshed: load,
  on: {
    retry: retrying(load),
    open: (_view, event) => openPage(routes.bankRound({ id: textOf(event, 'value') })),
    add: () => openPage(routes.bankRound()),
  },
}
