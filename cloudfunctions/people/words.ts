import type { AgeBand } from '../../miniprogram/contract/people'
import type { GrantedRole } from '../../miniprogram/contract/roles'

/** What stands in the workbook that a person gets of their own data. */
export const AGE_BAND_WORDS: Record<AgeBand, string> = {
  'under-14': '未满14周岁',
  '14-17': '14至17周岁',
  '18-59': '18至59周岁',
  '60-up': '60周岁及以上',
}

export const ROLE_WORDS: Record<GrantedRole, string> = {
  juror: '评委',
  'unit-officer': '单位负责人',
  organiser: '组织者',
  administrator: '管理员',
}

export const SHEETS = {
  profile: { name: '个人资料', head: ['项目', '内容'] },
  roles: { name: '角色', head: ['角色', '地区', '单位', '自'] },
  reviews: { name: '送审文字', head: ['文字', '用在', '时间', '状态'] },
  acts: { name: '组织者操作记录', head: ['时间', '操作', '地区', '对象', '序号'] },
} as const

export const PROFILE_WORDS = {
  person: '微信标识（openid）',
  handle: '对外代号',
  nickname: '昵称',
  avatar: '头像文件',
  region: '地区',
  ageBand: '年龄段',
  unit: '单位',
  consentVersion: '同意的隐私说明版本',
  consentAt: '同意时间',
  guardianAt: '监护人同意时间',
} as const

export const REVIEW_STATE_WORDS = { waits: '待审', passed: '通过', refused: '未通过' } as const

export const TEXT_PLACE_WORDS = {
  nickname: '昵称',
  'unit-name': '单位名称',
  notice: '通知',
  activity: '活动',
  certificate: '证书姓名',
  'question-report': '题目报错',
} as const
