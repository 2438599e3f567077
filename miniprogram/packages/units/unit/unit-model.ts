import { units } from '../../../contract/units'
import { errorWords } from '../../../copy/errors'
import { unitWords } from '../../../copy/units'
import type { PageModel } from '../../../lib/define-page'
import { intention } from '../../../lib/intention'
import type { View } from '../../../lib/live-view'
import { failed, LOADING, type Loading, READY } from '../../../lib/loading'
import { routes } from '../../../lib/routes'
import { sendOnce } from '../../../lib/send-once'
import { tell } from '../../../lib/tell'
import { asCallError } from '../../../services/call-error'
import { call } from '../../../services/cloud'
import { openPage } from '../../../services/navigation'
import { refreshMe } from '../../../stores/me'
import { NO_UNIT, type UnitView, unitView } from './unit-view'

interface UnitState extends Loading {
  unit: UnitView
  /** The person has to consent before there can be a unit. */
  unknown: boolean
  confirming: boolean
  leaving: boolean
  /** Asks whether the application is to be taken back. */
  withdrawing: boolean
  refused: string
}

const leave = intention()

async function load(view: View<UnitState>): Promise<void> {
  try {
    view.show({ ...READY, unknown: false, unit: unitView(await call(units.mine, {})) })
  } catch (problem) {
    view.show({ ...failed(problem), unknown: asCallError(problem).code === 'consent-missing' })
  }
}

async function leaveUnit(view: View<UnitState>): Promise<void> {
  view.show({ confirming: false, leaving: true, refused: '' })
  try {
    await call(units.leave, {}, leave.key())
    await tell(unitWords.left)
    await Promise.all([load(view), refreshMe()])
  } catch (problem) {
    view.show({ refused: errorWords(problem) })
  } finally {
    view.show({ leaving: false })
  }
}

/** Where an organiser was quicker, says so and shows what became of it. */
async function withdraw(view: View<UnitState>): Promise<void> {
  view.show({ withdrawing: false, leaving: true, refused: '' })
  try {
    await sendOnce(units.withdraw, { unit: view.state.unit.id })
    await tell(unitWords.withdrawn)
    await Promise.all([load(view), refreshMe()])
  } catch (problem) {
    if (asCallError(problem).code === 'application-decided') await load(view)
    view.show({ refused: errorWords(problem) })
  } finally {
    view.show({ leaving: false })
  }
}

export const unitModel: PageModel<UnitState> = {
  state: {
    ...LOADING,
    unit: NO_UNIT,
    unknown: false,
    confirming: false,
    leaving: false,
    withdrawing: false,
    refused: '',
  },
  words: unitWords,

  shown: load,
  refreshed: load,

  on: {
    async retry(view) {
      if (view.state.unknown) return openPage(routes.consent())
      view.show(LOADING)
      await load(view)
    },
    join: () => openPage(routes.joinUnit()),
    apply: () => openPage(routes.applyUnit()),
    invite: () => openPage(routes.inviteToUnit()),
    openMembers: () => openPage(routes.unitMembers()),
    openLiaison: () => openPage(routes.liaison()),
    askLeave(view) {
      leave.over()
      if (!view.state.leaving) view.show({ confirming: true, refused: '' })
    },
    stay(view) {
      view.show({ confirming: false, withdrawing: false })
    },
    leave: leaveUnit,
    askWithdraw(view) {
      if (!view.state.leaving) view.show({ withdrawing: true, refused: '' })
    },
    withdraw,
  },
}
