import { people } from '../../../contract/people'
import { COUNTRY, type RegionCode } from '../../../contract/regions'
import { regionName } from '../../../contract/region-names'
import { codeInHalves, expiryText, inviteWords, ROLE_NOTES } from '../../../copy/desk-roles'
import { ROLE_NAMES } from '../../../copy/people'
import { toasts } from '../../../copy/toasts'
import { type Busy, whileBusy } from '../../../lib/busy'
import type { PageModel } from '../../../lib/define-page'
import type { View } from '../../../lib/live-view'
import { failed, LOADING, type Loading, READY, retrying } from '../../../lib/loading'
import { hasChoice } from '../../../lib/region-rows'
import { sendOnce } from '../../../lib/send-once'
import { tell } from '../../../lib/tell'
import { textOf } from '../../../lib/text-of'
import { askDesk } from '../../../stores/desk'

const ROLES = ['organiser', 'juror', 'administrator'] as const

type InvitedRole = (typeof ROLES)[number]

interface InviteState extends Loading, Busy {
  regions: RegionCode[]
  region: RegionCode
  place: string
  mayChoose: boolean
  choosing: boolean
  roles: { value: InvitedRole; text: string; note: string }[]
  role: InvitedRole
  /** The code as it came, and as it is read; empty before there is one. */
  code: string
  shownCode: string
  expiry: string
}

type InviteView = View<InviteState>

/** Only an administrator makes another one. */
const rolesFor = (isAdministrator: boolean) =>
  ROLES.filter(role => isAdministrator || role !== 'administrator').map(role => ({
    value: role,
    text: ROLE_NAMES[role],
    note: ROLE_NOTES[role],
  }))

const isInvited = (text: string): text is InvitedRole => ROLES.some(role => role === text)

async function load(view: InviteView): Promise<void> {
  try {
    const { regions, isAdministrator } = await askDesk()
    view.show({ ...READY, regions, mayChoose: hasChoice(regions), roles: rolesFor(isAdministrator) })
  } catch (problem) {
    view.show(failed(problem))
  }
}

async function invite(view: InviteView): Promise<void> {
  const { role, region } = view.state
  const { code, expiresAt } = await sendOnce(people.inviteToRole, {
    role,
    region: role === 'administrator' ? COUNTRY : region,
  })
  view.show({ code, shownCode: codeInHalves(code), expiry: expiryText(expiresAt) })
}

export const inviteModel: PageModel<InviteState> = {
  state: {
    ...LOADING,
    regions: [],
    region: '',
    place: '',
    mayChoose: false,
    choosing: false,
    roles: [],
    role: 'organiser',
    code: '',
    shownCode: '',
    expiry: '',
    busy: false,
  },
  words: inviteWords,

  opened(view, { region = '' }) {
    view.show({ region, place: regionName(region) })
    return load(view)
  },

  on: {
    retry: retrying(load),
    chooseRole(view, event) {
      const role = textOf(event, 'value')
      if (isInvited(role)) view.show({ role })
    },
    chooseRegion(view) {
      view.show({ choosing: true })
    },
    closeRegions(view) {
      view.show({ choosing: false })
    },
    take(view, event) {
      const region = textOf(event, 'value')
      view.show({ region, place: regionName(region), choosing: false })
    },
    make: view => whileBusy(view, () => invite(view)),
    another(view) {
      view.show({ code: '', shownCode: '', expiry: '' })
    },
    async copy(view) {
      await wx.setClipboardData({ data: view.state.code })
      await tell(toasts.copied)
    },
  },
}
