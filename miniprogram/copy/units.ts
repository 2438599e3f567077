import type { Liaison, LiaisonChange } from '../contract/liaisons'
import type { UnitKind } from '../contract/unit-kinds'
import { daysUntil, type Instant } from '../contract/time'
import { monthDay } from './moments'

/** The ten kinds of the founding notice. */
export const UNIT_KIND_NAMES: Record<UnitKind, string> = {
  'ministry-department': '部机关、部直属单位和派出机构',
  'provincial-department': '省级生态环境部门及直属单位',
  'science-base': '国家生态环境科普基地',
  laboratory: '重点实验室、工程技术中心、科学观测站',
  university: '高等院校和科研院所',
  society: '学会、协会和社会组织',
  school: '中小学校',
  'protected-area': '自然保护地、湿地公园',
  'museum-media': '博物馆、科技馆和媒体',
  company: '企业和公益机构',
}

export const unitWords = {
  title: '我的单位',
  none: '还没有加入单位',
  noneNote: '单位可以报送资源、组织活动、登记科普工作联络员。个人参加竞答和投稿不需要单位。',
  join: '用邀请码加入',
  joinNote: '单位负责人会给你一个八位的码',
  apply: '登记新单位',
  applyNote: '单位还没有登记过，由你来提交',
  applyAgain: '再次提交',
  applied: '等待确认',
  closedTitle: '没有通过，或已经关闭',
  closedReason: '组织者写的原因',
  facts: '单位',
  kind: '类别',
  region: '地区',
  parent: '上级单位',
  members: '成员',
  way: '办到哪一步了',
  liaison: '科普工作联络员',
  liaisonMissing: '还没有登记联络员',
  toName: '待登记',
  invite: '邀请同事加入',
  inviteNote: '给他们一个邀请码',
  memberList: '成员与负责人',
  memberNote: '看看有谁，把负责人交给别人',
  leave: '离开这个单位',
  leaveTitle: '离开这个单位吗？',
  leaveText: '离开后不再看到单位的内容。想回来，要一个新的邀请码就行。',
  leaveYes: '离开',
  withdraw: '撤回申请',
  withdrawTitle: '撤回这份申请吗？',
  withdrawText: '填的内容和上传的证明照片会一起删掉，组织者不再看到它。以后可以重新提交。',
  withdrawYes: '撤回',
  withdrawn: '申请已撤回',
  stay: '再想想',
  left: '已离开单位',
  officer: '你是负责人',
  member: '成员',
  work: '单位的事',
  consent: '看说明并同意',
}

/** Words of the field that a unit is found in. */
export const unitFieldWords = {
  none: '不选',
  search: '单位名称开头的几个字',
  begin: '输入单位名称开头的几个字来找。',
  looking: '正在找…',
  nothing: '没有找到已确认的单位，换几个字试试。',
  chooseNone: '不选单位',
}

export const applyWords = {
  lead: '登记单位',
  leadNote: '提交后，由所在地区的组织者确认；确认前，别人看不到它。',
  name: '单位名称',
  nameHint: '和公章上的名称一样。',
  kind: '单位类别',
  region: '所在地区',
  parent: '上级单位',
  parentHint: '可以不填。只列出本地区和上级地区已确认的单位。',
  parentLater: '可以不填。先选好所在地区。',
  proof: '证明材料',
  proofHint: '单位介绍信或登记证书的照片，1 到 3 张，每张不超过 10 MB；只有组织者能看到。',
  proofAdd: '添加照片',
  stillSending: '照片还在上传，传好就能提交。',
  submit: '提交登记',
  sent: '已提交，等组织者确认',
}

export const pictureName = (number: number): string => `照片 ${number}`

export const joinWords = {
  lead: '加入单位',
  leadNote: '把收到的邀请码输在这里，大小写都行。',
  code: '邀请码',
  submit: '加入',
  instead: '单位还没有登记过？去登记',
  joined: '已加入',
}

export const inviteWords = {
  lead: '邀请码',
  leadNote: '同事在“我的 - 我的单位 - 用邀请码加入”里输入它。',
  make: '生成邀请码',
  again: '换新码',
  againNote: '换了新码，旧的马上作废。',
  copy: '复制',
  share: '转发给同事',
  most: '一个码最多一百人用。',
  shareTitle: '邀请你加入单位',
}

export const inviteUntil = (at: Instant): string => `${monthDay(at)}前有效`

export const memberWords = {
  title: '成员',
  note: '点一位成员，可以把负责人交给对方。',
  officer: '负责人',
  noName: '还没有昵称',
  handOver: '把负责人交给这位成员？',
  handOverText: '交出后，邀请成员、登记联络员都由对方来办，你仍是成员。这一步要对方再交回来才能撤回。',
  handOverYes: '交给 TA',
  no: '再想想',
  handedOver: '已交出负责人',
}

export const joinedText = (at: Instant): string => `${monthDay(at)}加入`
export const memberCount = (count: number): string => `${count} 人`

export const liaisonWords = {
  lead: '科普工作联络员',
  name: '姓名',
  duty: '职务',
  phone: '电话',
  phoneHint: '手机或带区号的座机；只有组织者要联系时才看得到，每次打开都会记下来。',
  phoneWrong: '请填 11 位手机号，或像 0349-1234567 这样带区号的座机。',
  mail: '邮箱',
  save: '登记',
  change: '保存修改',
  saved: '联络员已登记',
  late: '今年登记得晚了一些，已经记上，谢谢补上。',
  history: '改动记录',
  remind: '提醒我登记',
  remindNote: '还没登记时，组织者催办的消息可以发到你的微信，一次同意只发一条。',
  officerOnly: '联络员由单位负责人登记。',
  waits: '单位确认以后，就可以登记联络员。',
  newer: '刚才有人改过，下面的改动记录里能看到；你填的还在，确认后再保存一次。',
}

const REMINDED = {
  accepted: '到时会提醒你',
  rejected: '没有开启提醒，想要时再点一次就行。',
  banned: '这类提醒被微信停用了，请联系组织者。',
  'switched-off': '微信里关掉了这个小程序的消息，可在右上角菜单的“设置”里打开。',
  'tap-again': '没有连上，再点一次试试。',
  unavailable: '这里还没有开通消息提醒。',
} as const

export const remindedWords = (answer: keyof typeof REMINDED): string => REMINDED[answer]

export const liaisonRow = (liaison: Liaison | null): string =>
  liaison ? `${liaison.name} · ${liaison.duty}` : '还没有登记'

/** When it is due, or that it is over. */
export function dueText(due: Instant, now: Instant): string {
  const days = daysUntil(due - 1, now)
  if (days < 0) return `${monthDay(due - 1)}截止，现在补登记也来得及。`
  return days === 0 ? '今天截止。' : `${monthDay(due - 1)}截止，还有 ${days} 天。`
}

export const changeTitle = ({ name, duty }: LiaisonChange): string => `${name} · ${duty}`

/** The way of an application. */
export const wayWords = {
  sent: '提交登记',
  looked: '组织者确认',
  lookedNote: '一般几个工作日；有结果会显示在这里。',
  ready: '邀请同事、登记联络员',
}
