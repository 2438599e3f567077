import type { AuditRecord } from '../contract/granting'
import { isRegion, regionName } from '../contract/region-names'
import { beijing } from '../contract/time'
import { ROLE_NAMES } from './people'
import { placeName } from './desk-texts'
import { VERDICT_WORDS } from './question-reports'
import { UNIT_KIND_NAMES } from './units'

export const auditWords = {
  title: '办事记录',
  note: '每一条都带着上一条的指纹，改动或删掉其中一条，核对时会被发现。最新的在前。',
  empty: '这里还没有记录。',
}

/** What was done, by the name of the procedure that did it. */
const DEEDS: Readonly<Record<string, string>> = {
  'people.claimAdministration': '成为首位管理员',
  'people.inviteToRole': '发出一个授权码',
  'people.takeRole': '用授权码接受了授权',
  'people.revokeRole': '收回了一项授权',
  'people.decideText': '看过一段文字',
  'people.deleteMe': '离开，权限随之结束',
  'units.apply': '提交了单位申请',
  'units.withdraw': '撤回了自己的单位申请',
  'units.confirm': '确认了一个单位',
  'units.close': '关闭或没有通过一个单位',
  'units.handOver': '移交了单位负责人',
  'units.openLiaison': '查看了联络员的电话和邮箱',
  'units.exportLiaisons': '导出了联络员表格',
  'units.remindLiaisons': '提醒了没有登记联络员的单位',
  'bank.saveQuestion': '保存了一道题',
  'bank.retireQuestion': '停用了一道题',
  'bank.restoreQuestion': '恢复了一道题',
  'bank.moveQuestion': '移动了一道题',
  'bank.verifyQuestion': '核对了一道题',
  'bank.exportQuestions': '导出了题库',
  'bank.importQuestions': '从文件导入了题目',
  'bank.saveRound': '保存了一轮竞答',
  'bank.publishRound': '发布了一轮竞答',
  'bank.closeRound': '提前结束了一轮竞答',
  'notices.publish': '发布了一条通知',
  'notices.forward': '转发了一条通知',
  'notices.withdraw': '撤回了一条通知',
  'standings.decideSuspicion': '决定了一份答卷是否计入',
  'editions.editActivity': '修改了一项活动',
  'editions.openYear': '建立了下一年的草稿',
  'editions.publishYear': '发布了一个年度',
  'bank.rule': '裁定了一道被报错的题',
}

const LABELS: Readonly<Record<string, string>> = {
  round: '轮次',
  role: '授权',
  region: '地区',
  reason: '原因',
  expiresAt: '有效到',
  passes: '能否显示',
  place: '位置',
  name: '名称',
  title: '标题',
  unit: '单位',
  state: '状态',
  rows: '行数',
  count: '个数',
  sent: '已发消息',
  call: '要打电话',
  year: '年度',
  from: '来自',
  version: '版本',
  inviter: '给授权码的人',
  kind: '类别',
  archived: '归档的年度',
  bank: '题库',
  format: '格式',
  changed: '新版',
  opensBefore: '原来开始',
  closesBefore: '原来结束',
  opens: '改成开始',
  closes: '改成结束',
  verdict: '结论',
  scoring: '成绩',
}

type Fact = string | number | boolean

/** A number that can only be an instant of these years, ms. */
const AN_INSTANT = 1e12

const minute = (at: number): string => beijing(at).format('YYYY-MM-DD HH:mm')

/** Names that facts are written down by, as people read them. */
const FACTS: Readonly<Record<string, string>> = {
  ...ROLE_NAMES,
  ...UNIT_KIND_NAMES,
  nickname: placeName('nickname'),
  'unit-name': placeName('unit-name'),
  notice: placeName('notice'),
  activity: placeName('activity'),
  certificate: placeName('certificate'),
  'question-report': placeName('question-report'),
  shown: '已发布',
  waits: '等人看过再发布',
  applied: '待确认',
  confirmed: '已确认',
  ...VERDICT_WORDS,
}

function factText(fact: Fact): string {
  if (typeof fact === 'boolean') return fact ? '是' : '否'
  if (typeof fact === 'number') return fact >= AN_INSTANT ? minute(fact) : String(fact)
  return isRegion(fact) ? regionName(fact) : (FACTS[fact] ?? fact)
}

export const auditFacts = (facts: AuditRecord['facts']): { label: string; text: string }[] =>
  Object.entries(facts)
    .filter(([, fact]) => fact !== '')
    .map(([name, fact]) => ({ label: LABELS[name] ?? name, text: factText(fact) }))

/** Enough of a handle to tell people apart who have no nickname. */
const SHORT = 6

/** `王老师确认了一个单位` */
export const auditSentence = ({ actor, actorNickname, action }: AuditRecord): string =>
  `${actorNickname === '' ? `编号 ${actor.slice(0, SHORT)}` : actorNickname} ${DEEDS[action] ?? `做了 ${action}`}`

export const auditWhen = ({ at, region }: AuditRecord): string => `${minute(at)} · ${regionName(region)}`

/** `第 12 号 · 指纹 3fa4c2d1` */
export const auditSeal = ({ number, hash }: AuditRecord): string => `第 ${number} 号 · 指纹 ${hash.slice(0, 8)}`
