import { COUNTRY, levelOf, type RegionCode } from '../contract/regions'
import { regionName } from '../contract/region-names'

/** The first page of the desk, and what all of its pages say alike. */
export const deskWords = {
  title: '组织者工作台',
  switchRegion: '换个地区',
  chooseRegion: '看哪个地区',
  todo: '等着办',
  ways: '要做的事',
  records: '记录与权限',
  again: '没有取到，点一下再试',
  nobody: '这里给各级组织者用。拿到授权码以后，在“我的”里填写就能进来。',
  toMe: '去我的',
  retry: '再试一次',
  search: '按名称的开头找',
  cancel: '再想想',
}

export const tileWords = {
  applied: '待确认单位',
  missing: '未报联络员',
  texts: '待看的文字',
} as const

export const wayWords = {
  units: { title: '单位', note: '确认申请，查看和关闭单位' },
  liaisons: { title: '科普工作联络员', note: '谁还没报，提醒、导出和联系' },
  notices: { title: '通知', note: '发给本地区，转发上一级的' },
  board: { title: '竞答参与情况', note: '每天多少人答，各地怎么样' },
  suspicions: { title: '答卷复核', note: '快得出奇、彼此雷同的答卷，看过再定' },
  texts: { title: '待看的文字', note: '机器拿不准的，请你看一眼' },
  reports: { title: '题目报错', note: '看大家怎么说，裁定，重算成绩' },
  bank: { title: '题库', note: '写题、核对、导入和导出' },
  rounds: { title: '竞答轮次', note: '时间、规则、证书和试卷预览' },
  edition: { title: '年度活动', note: '时间、要求和附件，下一年' },
  roles: { title: '授权', note: '请人负责一个地区，收回授权' },
  audit: { title: '办事记录', note: '谁在什么时候做了什么，改不了' },
} as const

const LEVELS = { country: '部级', province: '省级', city: '市级' } as const

/** `省级组织者 · 2026 年度`, by the region that somebody organises; the year only once it is known. */
export const standingLine = (own: RegionCode, year: number | null): string =>
  [`${LEVELS[levelOf(own)]}组织者`, ...(year === null ? [] : [`${year} 年度`])].join(' · ')

/** A region as the first choice below itself: all of it. */
export const wholeRegion = (region: RegionCode): string =>
  region === COUNTRY ? regionName(region) : `${regionName(region)}（全部）`

/** How many wait; `20+` where the list goes on. */
export const countText = (count: number, goesOn: boolean): string => (goesOn ? `${count}+` : String(count))

export const tileFailed = (label: string): string => `${label}：${deskWords.again}`
