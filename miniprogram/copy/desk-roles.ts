import type { GrantedRole } from '../contract/roles'
import { beijing, type Instant } from '../contract/time'
import { monthDay } from './moments'
import { ROLE_NAMES } from './people'

export const ROLE_NOTES = {
  organiser: '管本地区和下面的单位、通知和授权',
  juror: '评审作品，看不到别的',
  administrator: '管全国和年度发布，请慎重',
} as const

export const deskRoleWords = {
  title: '授权',
  empty: '这里还没有人拿到授权。',
  invite: '请人负责',
  revoke: '收回授权',
  revokeText: '收回以后，他马上不能再办这里的事。原因会记入办事记录。',
  revokePlaceholder: '例如：工作调动',
  revoked: '已收回授权。',
  officerNote: '负责人由单位自己移交',
  nameless: '未起昵称',
}

export const inviteWords = {
  title: '请人负责',
  role: '请来做什么',
  region: '负责哪个地区',
  make: '生成授权码',
  code: '授权码',
  codeNote: '把它告诉一个人，他在“我的 · 填写授权码”里输入。只能用一次。',
  copy: '复制授权码',
  another: '再请一位',
  note: '授权只能给到自己负责的地区和它下面。谁请的、给了什么，都记入办事记录。',
}

/** `朔州市 · 市级组织者，8 月 20 日起` */
export const heldSince = (grant: string, since: Instant): string => `${grant}，${monthDay(since)}起`

export const revokeTitle = (nickname: string, role: GrantedRole): string =>
  `收回“${nickname === '' ? deskRoleWords.nameless : nickname}”的${ROLE_NAMES[role]}授权`

/** `11 月 30 日 19:30 前有效` */
export const expiryText = (at: Instant): string => `${beijing(at).format('M 月 D 日 HH:mm')} 前有效，只能用一次`

/** `7F3A 92C1`: read aloud in halves. */
export const codeInHalves = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`
