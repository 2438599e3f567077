import { units, type UnitInvitation } from '../../../contract/units'
import { errorWords } from '../../../copy/errors'
import { toasts } from '../../../copy/toasts'
import { inviteUntil, inviteWords } from '../../../copy/units'
import type { PageModel } from '../../../lib/define-page'
import { intention } from '../../../lib/intention'
import type { View } from '../../../lib/live-view'
import { routes } from '../../../lib/routes'
import { tell } from '../../../lib/tell'
import { call } from '../../../services/cloud'
import { keepInvitation, keptInvitation } from './kept-invitation'

interface InviteState {
  code: string
  /** In two groups, as it is read aloud. */
  groups: string
  until: string
  busy: boolean
  refused: string
}

const HALF = 4

const invitation = intention()

const shown = ({ code, expiresAt }: UnitInvitation): Partial<InviteState> => ({
  code,
  groups: `${code.slice(0, HALF)} ${code.slice(HALF)}`,
  until: inviteUntil(expiresAt),
})

async function make(view: View<InviteState>): Promise<void> {
  if (view.state.busy) return
  view.show({ busy: true, refused: '' })
  try {
    const made = await call(units.invite, {}, invitation.key())
    invitation.over()
    keepInvitation(made)
    view.show(shown(made))
  } catch (problem) {
    view.show({ refused: errorWords(problem) })
  } finally {
    view.show({ busy: false })
  }
}

export const inviteModel: PageModel<InviteState> = {
  state: { code: '', groups: '', until: '', busy: false, refused: '' },
  words: inviteWords,

  opened(view) {
    const kept = keptInvitation()
    if (kept) view.show(shown(kept))
  },
  shared: view => ({
    title: inviteWords.shareTitle,
    path: routes.joinUnit(view.state.code === '' ? {} : { code: view.state.code }),
  }),

  on: {
    make,
    async copy(view) {
      await wx.setClipboardData({ data: view.state.code })
      await tell(toasts.copied)
    },
  },
}
