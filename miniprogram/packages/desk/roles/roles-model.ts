import type { RowItem } from '../../../components/list-row/row-item'
import type { RoleHolder } from '../../../contract/granting'
import type { Paged } from '../../../contract/paging'
import { people } from '../../../contract/people'
import type { RegionCode } from '../../../contract/regions'
import { regionName } from '../../../contract/region-names'
import { deskRoleWords, revokeTitle } from '../../../copy/desk-roles'
import { errorWords } from '../../../copy/errors'
import { type Busy, whileBusy } from '../../../lib/busy'
import type { PageModel } from '../../../lib/define-page'
import { type Listing, listing, noListing } from '../../../lib/listing'
import type { View } from '../../../lib/live-view'
import { routes } from '../../../lib/routes'
import { sendOnce } from '../../../lib/send-once'
import { tell } from '../../../lib/tell'
import { textOf } from '../../../lib/text-of'
import { call } from '../../../services/cloud'
import { openPage } from '../../../services/navigation'
import { isRevocable, type Revocable, roleRow, rowId } from './role-row'

interface Revoking {
  handle: string
  role: Revocable
  region: RegionCode
}

interface RolesState extends Listing<RowItem>, Busy {
  region: RegionCode
  place: string
  holders: Record<string, RoleHolder>
  revoking: Revoking | null
  revokeTitle: string
  refused: string
}

type RolesView = View<RolesState>

const reading =
  (view: RolesView) =>
  async (after: string | null): Promise<Paged<RowItem>> => {
    const { items, next } = await call(people.listRoles, { region: view.state.region, after })
    const heard = Object.fromEntries(items.map(holder => [rowId(holder), holder]))
    view.show({ holders: { ...view.state.holders, ...heard } })
    return { items: items.map(roleRow), next }
  }

const list = listing(reading)

function askToRevoke(view: RolesView, id: string): void {
  const holder = view.state.holders[id]
  if (!holder) return
  const { handle, nickname, grant } = holder
  const { role, region } = grant
  if (isRevocable(role))
    view.show({ revoking: { handle, role, region }, revokeTitle: revokeTitle(nickname, role), refused: '' })
}

async function revoke(view: RolesView, reason: string): Promise<void> {
  const { revoking } = view.state
  if (!revoking) return
  view.show({ refused: '' })
  try {
    await sendOnce(people.revokeRole, { ...revoking, reason })
    view.show({ revoking: null })
    await tell(deskRoleWords.revoked)
  } catch (problem) {
    view.show({ refused: errorWords(problem) })
  }
  await list.refresh(view)
}

export const rolesModel: PageModel<RolesState> = {
  state: {
    ...noListing<RowItem>(),
    region: '',
    place: '',
    holders: {},
    revoking: null,
    revokeTitle: '',
    refused: '',
    busy: false,
  },
  words: deskRoleWords,

  opened(view, { region = '' }) {
    view.show({ region, place: regionName(region) })
  },
  shown: list.refresh,
  refreshed: list.refresh,

  on: {
    retry: list.begin,
    more: list.readOn,
    invite: view => openPage(routes.inviteToRole({ region: view.state.region })),
    press(view, event) {
      askToRevoke(view, textOf(event, 'value'))
    },
    back(view) {
      view.show({ revoking: null })
    },
    revoke: (view, event) => whileBusy(view, () => revoke(view, textOf(event, 'reason'))),
  },
}
