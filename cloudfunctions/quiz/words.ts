import { beijing, type Instant } from '../../miniprogram/contract/time'

/** What stands in the workbook that a person gets of their own data. */
export const ATTEMPTS_SHEET = {
  name: '竞答记录',
  head: [
    '轮次',
    '日期',
    '第几次',
    '开始时间',
    '交卷时间',
    '得分',
    '用时（秒）',
    '所选选项',
    '题目',
    '是否计入',
    '组织者的说明',
  ],
} as const

export const [COUNTS, SET_ASIDE] = ['计入', '不计入排名和证书']

export const CERTIFICATES_SHEET = {
  name: '竞答证书',
  head: ['轮次', '证书上的姓名', '查验码', '领取时间', '状态'],
} as const

export const CERTIFICATE_STATES = { shown: '可以查验', waits: '姓名待审' } as const

/** Of a round without a title of its own: the only one of its year. */
export const roundName = (title: string, opensAt: Instant): string => title || `${beijing(opensAt).year()}年云竞答`
