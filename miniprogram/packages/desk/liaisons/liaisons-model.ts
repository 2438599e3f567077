import type { RowItem } from '../../../components/list-row/row-item'
import type { Paged } from '../../../contract/paging'
import { regionName } from '../../../contract/region-names'
import { units } from '../../../contract/units'
import { deskLiaisonWords, remindedText } from '../../../copy/desk-liaisons'
import { errorWords } from '../../../copy/errors'
import { toasts } from '../../../copy/toasts'
import { whileBusy } from '../../../lib/busy'
import type { PageModel } from '../../../lib/define-page'
import { listing } from '../../../lib/listing'
import type { View } from '../../../lib/live-view'
import { sendOnce } from '../../../lib/send-once'
import { tell } from '../../../lib/tell'
import { textOf } from '../../../lib/text-of'
import { call } from '../../../services/cloud'
import { openExport } from '../../../services/exports'
import { boardRow, completeness, emptyBoard } from './board'
import { type Asking, initialState, type LiaisonsState } from './liaisons-state'

type LiaisonsView = View<LiaisonsState>

const reading =
  (view: LiaisonsView) =>
  async (after: string | null): Promise<Paged<RowItem>> => {
    const { region, show } = view.state
    const board = await call(units.listLiaisons, { region, show, after })
    const { share, text, line, missing } = completeness(board)
    if (view.state.show === show) view.show({ share, shareText: text, line, missing, empty: emptyBoard(board, show) })
    return { items: board.items.map(boardRow), next: board.next }
  }

const list = listing(reading)

/** Does what a sheet asked about; what goes wrong is said in the sheet, which stays with what was typed. */
const carryOut = (view: LiaisonsView, doing: () => Promise<void>): Promise<void> =>
  whileBusy(view, async () => {
    view.show({ refused: '' })
    try {
      await doing()
      view.show({ asking: '' })
    } catch (problem) {
      view.show({ refused: errorWords(problem) })
    }
  })

async function openContact(view: LiaisonsView, reason: string): Promise<void> {
  view.show({ contact: await sendOnce(units.openLiaison, { unit: view.state.unit, reason }) })
}

async function exportAll(view: LiaisonsView, reason: string): Promise<void> {
  await openExport(await sendOnce(units.exportLiaisons, { region: view.state.region, reason }))
}

async function remindAll(view: LiaisonsView): Promise<void> {
  const result = await sendOnce(units.remindLiaisons, { region: view.state.region })
  const names = result.call.map(({ unitName, region }) => `${unitName}（${regionName(region)}）`)
  view.show({ asking: '', reminded: { ...result, text: remindedText(result), names } })
}

const asks = (asking: Asking) => (view: LiaisonsView) => {
  view.show({ asking, refused: '' })
}

export const liaisonsModel: PageModel<LiaisonsState> = {
  state: initialState,
  words: deskLiaisonWords,

  opened(view, { region = '' }) {
    view.show({ region, place: regionName(region) })
  },
  shown: list.refresh,
  refreshed: list.refresh,

  on: {
    retry: list.begin,
    more: list.readOn,
    choose(view, event) {
      view.show({ show: textOf(event, 'value') === 'named' ? 'named' : 'missing' })
      return list.begin(view)
    },
    press(view, event) {
      if (view.state.show === 'named') view.show({ asking: 'open', unit: textOf(event, 'value'), refused: '' })
    },
    askExport: asks('export'),
    askRemind: asks('remind'),
    back: asks(''),
    open: (view, event) => carryOut(view, () => openContact(view, textOf(event, 'reason'))),
    export: (view, event) => carryOut(view, () => exportAll(view, textOf(event, 'reason'))),
    remind: view =>
      whileBusy(view, async () => {
        view.show({ asking: '' })
        await remindAll(view)
      }),
    closeContact(view) {
      view.show({ contact: null })
    },
    closeReminded(view) {
      view.show({ reminded: null })
    },
    async callPhone(view) {
      await wx.makePhoneCall({ phoneNumber: view.state.contact?.phone ?? '' }).catch(() => undefined) // not calling after all is no failure
    },
    async copyPhone(view) {
      await wx.setClipboardData({ data: view.state.contact?.phone ?? '' })
      await tell(toasts.copied)
    },
  },
}
