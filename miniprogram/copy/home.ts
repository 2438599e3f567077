import type { Home } from '../contract/editions'
import { regionName } from '../contract/region-names'
import type { RegionCode } from '../contract/regions'
import { greeting } from './moments'

export const homeWords = {
  invitation: '今天认识一位邻居吧',
  quizToday: '今日竞答',
  start: '开始竞答',
  goOn: '继续作答',
  rest: '看看成绩',
  open: '正在进行',
  upcoming: '即将开始',
  closed: '已经结束',
  notices: '通知',
  allNotices: '全部',
  looking: '看看有没有新通知',
  noNotices: '现在没有新通知',
  noticesUnheard: '暂时没有取到，点开再试',
  shareTitle: '生态环境“云科普”：今天答十道题，认识一位邻居',
}

export const seriesLine = ({ edition }: Home): string => `${edition.year} · ${edition.title}`

export const hello = (now: number): string => `${greeting(now)}，`

const DIGITS = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'] as const

const chinese = (count: number): string => DIGITS[count] ?? String(count)

export const paperLine = (questions: number, minutes: number): string =>
  `${chinese(questions)}道题，${chinese(minutes)}分钟`

/** `used` of `most` attempts of today are spent. */
export function attemptsLine(used: number, most: number): string {
  if (used === 0) return `每天可以答 ${most} 次，交卷后当场看解析。`
  return used < most ? `今天还可答 ${most - used} 次，交卷后当场看解析。` : '今天的次数用完了，成绩在“我的”里。'
}

export const runningLine = (answered: number, questions: number): string =>
  `有一份卷子还没交，答了 ${answered} 题，共 ${questions} 题。`

/** Whom the notices are for: everybody, or the people of a region. */
export const noticesTitle = (region: RegionCode | null): string =>
  region === null ? homeWords.notices : `在${regionName(region)}`

/** Beside what is open: that it is open to the people of this place, too. */
export const openHere = (region: RegionCode | null): string =>
  region === null ? '' : `在${regionName(region)}就能参加`
