import type { AgeBand, DataKind } from '../contract/people'
import { type Grant, type GrantedRole } from '../contract/roles'
import { regionName } from '../contract/region-names'
import { levelOf } from '../contract/regions'

export const AGE_BAND_NAMES: Record<AgeBand, string> = {
  'under-14': '不满 14 岁',
  '14-17': '14 到 17 岁',
  '18-59': '18 到 59 岁',
  '60-up': '60 岁以上',
}

const LEVEL_NAMES = { country: '部级', province: '省级', city: '市级' } as const

export const ROLE_NAMES: Record<GrantedRole, string> = {
  juror: '评委',
  'unit-officer': '单位负责人',
  organiser: '组织者',
  administrator: '管理员',
}

/** `朔州市 · 市级组织者` */
export function grantText({ role, region }: Grant): string {
  if (role === 'administrator') return ROLE_NAMES.administrator
  if (role === 'unit-officer') return ROLE_NAMES['unit-officer']
  const level = role === 'organiser' ? LEVEL_NAMES[levelOf(region)] : ''
  return `${regionName(region)} · ${level}${ROLE_NAMES[role]}`
}

export const consentWords = {
  title: '先说清楚，再开始',
  again: '说明有更新，请再看一遍',
  note: '同意之前，我们不存你的任何个人信息。',
  sections: [
    {
      icon: 'file-text',
      accent: 'green',
      title: '存什么',
      text: '微信给的匿名编号、年龄段；以后你自己填的昵称、头像、地区；练过和收藏的题；加入单位后，还有单位和你在里面的身份。',
    },
    {
      icon: 'sparkles',
      accent: 'sun',
      title: '为什么存',
      text: '认得出是同一个人，才能保存作品、加入单位、收到提醒；地区用来给你看当地的活动，年龄段只用来判断要不要家长同意。',
    },
    {
      icon: 'users-round',
      accent: 'water',
      title: '谁看得到',
      text: '昵称给同单位的负责人和当地的组织者看；微信编号、头像和年龄段不给别的用户看。不卖、不给广告。',
    },
    {
      icon: 'clock-3',
      accent: 'water',
      title: '存多久',
      text: '到你删除为止。删除以后，只留下不带身份的统计和必须留存的办事记录。',
    },
    {
      icon: 'rotate-cw',
      accent: 'earth',
      title: '怎么撤回',
      text: '随时在“我的 - 我的数据与隐私”里查看、下载，或者一步删除。',
    },
  ],
  ageBand: '你的年龄段',
  ageBands: [
    { value: 'under-14', text: AGE_BAND_NAMES['under-14'] },
    { value: '14-17', text: AGE_BAND_NAMES['14-17'] },
    { value: '18-59', text: AGE_BAND_NAMES['18-59'] },
    { value: '60-up', text: AGE_BAND_NAMES['60-up'] },
  ],
  agree: '同意说明',
  agreeText: '我看过上面的说明，同意这样使用我的信息',
  guardianTitle: '写给家长',
  guardianText:
    '孩子不满 14 岁，要由你来决定。我们只存上面写的这些，不问真名、学校和住址；昵称只有当地的组织者和所在单位的负责人看得到。你可以随时在“我的数据与隐私”里看孩子的全部数据，或者把它删掉；不同意，也能竞答、看日程。',
  guardianTick: '我是监护人，我看过写给家长的话，同意孩子使用',
  guardian: '家长同意',
  guardianMissing: '请家长读过以后，在这里打个勾。',
  submit: '同意并继续',
  refuse: '先不同意',
  read: '看过了',
}

export const profileWords = {
  avatar: '换头像',
  avatarNote: '只有你自己看得到',
  sending: '正在上传',
  nickname: '昵称',
  nicknameHint: '给同单位的负责人和当地的组织者看，不用写真名。',
  nicknameWaits: '这个昵称要等组织者看过，之前只有你看得到。',
  nicknamePlaceholder: '给自己起个名字',
  region: '所在地区',
  regionHint: '用来给你看当地的活动和通知，可以不填。',
  unknown: '先看一眼隐私说明并同意，就能填写资料。',
  save: '保存',
  consent: '看说明并同意',
}

export const dataWords = {
  title: '我的数据与隐私',
  note: '你的数据，由你决定。',
  known: '我们记着的',
  nothing: '还没有存你的任何个人信息。',
  nickname: '昵称',
  region: '地区',
  ageBand: '年龄段',
  unit: '单位',
  unset: '没有填',
  download: '把我的数据给我',
  downloadNote: '一份 Excel 表，每类数据一张，只给你自己。',
  delete: '删除我',
  deleteNote: '撤回同意，删除个人信息。',
  deleteTitle: '真的要删除吗？',
  deleteText:
    '会删除：昵称、头像、地区、年龄段、单位里的身份、练习记录、提醒和上传的文件。会留下、但不再连着你：竞答的成绩（统计用）、以单位名义登记的内容和组织者的办事记录（要能查账）。删除后不能恢复。',
  deleteYes: '删除我',
  deleteNo: '再想想',
  gone: '已经删除',
  goneNote: '这部手机上的草稿也清掉了。想再来，随时欢迎。',
  deleted: '删掉了',
  kept: '留下了，不再连着你',
  read: '再看一遍说明',
  preparing: '正在整理',
  home: '回首页',
}

/** Each kind of data, and where it is kept, why. */
export const DATA_KIND_NAMES: Record<DataKind, string> = {
  profile: '昵称、头像、地区、年龄段和同意的记录',
  roles: '你的权限',
  files: '你的文件',
  'text-reviews': '等组织者看的文字',
  'quiz-attempts': '竞答的每次作答',
  'quiz-certificates': '竞答证书上的姓名和查验码',
  'quiz-scores': '竞答的分数和日期：只用于统计',
  'quiz-standings': '竞答排名里的成绩和昵称',
  'quiz-counts': '竞答的人数和平均分：只有数字，没有名字',
  'practice-cards': '练习记录和收藏的题',
  'question-reports': '报过错的题目和写下的说明',
  'question-verifications': '核对题目时留下的名字',
  'unit-membership': '单位里的身份',
  'unit-liaison': '单位登记的联络员：是单位的记录',
  reminders: '提醒和对消息的同意',
  'audit-records': '组织者的办事记录：要能查账，只有代号，没有名字',
}

export const codeWords = {
  title: '填写授权码',
  note: '组织者或评委会收到一个授权码，填上就有相应的权限。',
  kind: '哪一种码',
  kinds: [
    { value: 'role', text: '授权码' },
    { value: 'administration', text: '首任管理员' },
  ],
  code: '授权码',
  codeHint: '八位字母和数字，七天内有效，只能用一次。',
  administration: '部署时的一次性代码',
  administrationHint: '由部署这套系统的人交给你，只能用一次。',
  triesNote: '一小时里输错五次，要歇一歇才能再试。',
  submit: '确定',
  done: '授权好了',
  yours: '你现在有这些权限',
  desk: '去工作台',
  back: '回“我的”',
}
