import type { units } from '../../miniprogram/contract/units'
import type { Handlers } from '../platform/context'
import { apply } from './apply'
import { close, confirm } from './decisions'
import { list, show } from './desk'
import { exportLiaisons } from './export-liaisons'
import { invite, join } from './invitations'
import { countWaiting, listLiaisons, openLiaison } from './liaison-board'
import { listLiaisonChanges, nameLiaison } from './liaisons'
import { handOver, leave, listMembers } from './membership'
import { listAbove } from './list-above'
import { mine } from './own-unit'
import { remindLiaisons } from './remind-liaisons'
import { withdraw } from './withdraw'

export const handlers: Handlers<typeof units> = {
  mine,
  apply,
  withdraw,
  listAbove,
  join,
  leave,
  invite,
  listMembers,
  handOver,
  nameLiaison,
  listLiaisonChanges,
  countWaiting,
  list,
  show,
  confirm,
  close,
  listLiaisons,
  openLiaison,
  exportLiaisons,
  remindLiaisons,
}
