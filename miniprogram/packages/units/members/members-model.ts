import { type Member, units } from '../../../contract/units'
import { errorWords } from '../../../copy/errors'
import { joinedText, memberWords } from '../../../copy/units'
import type { PageModel } from '../../../lib/define-page'
import { intention } from '../../../lib/intention'
import type { View } from '../../../lib/live-view'
import { routes } from '../../../lib/routes'
import { tell } from '../../../lib/tell'
import { textOf } from '../../../lib/text-of'
import { call } from '../../../services/cloud'
import { returnTo } from '../../../services/navigation'
import { refreshMe } from '../../../stores/me'
import type { MemberItem } from './member-row/member-row'

interface MembersState {
  members: MemberItem[]
  listState: 'idle' | 'loading' | 'end' | 'failed'
  problem: string
  next: string | null
  /** Who is about to be made the officer; empty for nobody. */
  chosen: string
  chosenName: string
  handing: boolean
  refused: string
}

const handing = intention()

const itemOf = ({ handle, nickname, isOfficer, joinedAt }: Member): MemberItem => ({
  id: handle,
  name: nickname === '' ? memberWords.noName : nickname,
  note: joinedText(joinedAt),
  badge: isOfficer ? memberWords.officer : '',
})

async function loadMore(view: View<MembersState>): Promise<void> {
  if (view.state.listState === 'loading') return
  view.show({ listState: 'loading', problem: '' })
  try {
    const { items, next } = await call(units.listMembers, { after: view.state.next })
    const members = [...view.state.members, ...items.map(itemOf)]
    view.show({ members, next, listState: next === null ? 'end' : 'idle' })
  } catch (problem) {
    view.show({ listState: 'failed', problem: errorWords(problem) })
  }
}

async function handOver(view: View<MembersState>): Promise<void> {
  const { chosen, handing: busy } = view.state
  if (busy || chosen === '') return
  view.show({ handing: true, chosen: '', refused: '' })
  try {
    await call(units.handOver, { handle: chosen }, handing.key())
    await refreshMe().catch(() => null) // the unit page asks for itself
    await returnTo(routes.unit())
    await tell(memberWords.handedOver)
  } catch (problem) {
    view.show({ refused: errorWords(problem) })
  } finally {
    view.show({ handing: false })
  }
}

export const membersModel: PageModel<MembersState> = {
  state: {
    members: [],
    listState: 'idle',
    problem: '',
    next: null,
    chosen: '',
    chosenName: '',
    handing: false,
    refused: '',
  },
  words: memberWords,

  opened: loadMore,

  on: {
    more: loadMore,
    choose(view, event) {
      const id = textOf(event, 'id')
      handing.over()
      view.show({ chosen: id, chosenName: view.state.members.find(member => member.id === id)?.name ?? '' })
    },
    cancel(view) {
      view.show({ chosen: '' })
    },
    confirm: handOver,
  },
}
