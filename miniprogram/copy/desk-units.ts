import type { UnitState } from '../contract/units'

export const deskUnitWords = {
  title: '单位',
  states: [
    { value: 'applied', text: '待确认' },
    { value: 'confirmed', text: '已确认' },
    { value: 'closed', text: '已关闭' },
  ],
  filter: '单位的状态',
  search: '输入单位名称的开头',
  facts: '申请的内容',
  kind: '类别',
  region: '地区',
  parent: '上级单位',
  appliedAt: '申请时间',
  members: '成员',
  reason: '原因',
  proof: '证明材料',
  proofNote: '点开看大图；图片地址十分钟内有效',
  noProof: '没有材料可看。',
  confirm: '确认',
  turnDown: '不通过',
  close: '关闭单位',
  confirmTitle: '确认这个单位？',
  confirmText: '确认后，申请人成为单位负责人，可以邀请成员、登记联络员。',
  turnDownTitle: '不通过这份申请',
  turnDownText: '原因会给申请人看，写清楚缺什么，方便改好再来。',
  closeTitle: '关闭这个单位',
  closeText: '关闭后成员不再属于它，邀请码失效。原因会给成员看。',
  reasonPlaceholder: '例如：证明材料看不清，请重新拍照上传',
  decidedMeanwhile: '刚才已经有人办过了，下面是现在的情况。',
  cancel: '再想想',
}

export const EMPTY_UNITS: Record<UnitState, string> = {
  applied: '没有等着确认的单位，都办好了。',
  confirmed: '这里还没有确认过的单位。',
  closed: '没有关闭的单位。',
}

export const nothingNamed = (name: string): string => `没有名称以“${name}”开头的单位。`

export const UNIT_TAGS: Record<UnitState, { text: string; tone: string }> = {
  applied: { text: '待确认', tone: 'soon' },
  confirmed: { text: '已确认', tone: 'right' },
  closed: { text: '已关闭', tone: 'over' },
}

export const confirmedText = (name: string): string => `已确认“${name}”，申请人成为负责人。`
export const turnedDownText = (name: string): string => `没有通过“${name}”的申请，原因已给申请人。`
export const closedText = (name: string): string => `已关闭“${name}”。`
