import type { Category } from '../contract/questions'
import { CATEGORY_NAMES } from './quiz'

/** What an option proved to be, for who does not see its colour. */
export const optionMarkWords = { right: '正确答案', wrong: '选错了' }

export const practiceWords = {
  title: '练一练',
  note: '答完就看解析，没有网也能练。',
  offline: '没有网络，照样能练；连上后自动存好。',
  daily: '每日十题',
  start: '开始练',
  more: '再来十题',
  choose: '换个练法',
  weak: '薄弱的先练',
  weakNote: '常答错的、快忘的排在前面',
  weakNone: '练过几题以后，就知道该补哪里',
  mistakes: '错题本',
  mistakesNone: '还没有错题',
  favourites: '收藏',
  favouritesNone: '答题时点星标，就收在这里',
  categories: '按类别练',
  empty: '练习题正在准备，过些日子再来看看。',
  home: '回竞答页',
  keepTitle: '换手机也能接着练',
  keepNote: '同意说明后，练习记录存一份在云端；不同意也能照常练',
  shareTitle: '每天十题，认识身边的环境',
}

export const dailyNote = (done: number, due: number): string => {
  if (due > 0) return `有 ${due} 题到了复习的时候`
  return done >= 10 ? '今天的十题练完了，歇歇也好' : '先复习到期的，再学新的'
}

export const dailyShare = (done: number): string => `${done} / 10`

/** How one has kept at it; a day that was missed is not spoken of. */
export function streakText(days: number, today: boolean): string {
  if (days >= 2) return today ? `已经坚持 ${days} 天` : `坚持了 ${days} 天，今天想练就练`
  return today ? '今天练过了' : '什么时候开始都不晚'
}

export const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const

export const weekdayLabel = (weekday: string, done: boolean): string => `周${weekday}，${done ? '练过' : '休息'}`

const countNote = (count: number): string => `${count} 题`

export const mistakesNote = (count: number): string =>
  count === 0 ? practiceWords.mistakesNone : `${count} 题，再答对两次就移出`

export const favouritesNote = (count: number): string => (count === 0 ? practiceWords.favouritesNone : countNote(count))

/** `大气环境，会 12 题，共 30 题` */
export const categoryLabel = (category: Category, known: number, all: number): string =>
  `${CATEGORY_NAMES[category]}，会 ${known} 题，共 ${all} 题`

export const sessionWords = {
  check: '选好了',
  next: '下一题',
  right: '答对了',
  wrong: '答错了',
  trap: '容易错在',
  source: '出处',
  report: '报错',
  unverified: '待核',
  unverifiedNote: '这道题的依据还在核对，只用于练习，不进竞答。',
  star: '收藏',
  starred: '已收藏',
  ease: '这道题对你来说',
  eases: [
    { value: '2', text: '猜的' },
    { value: '3', text: '会' },
    { value: '4', text: '很熟' },
  ],
  again: '刚才答错的，再来一次',
  multiple: '多选，选全才算对',
  none: '这里现在没有题可练。',
  back: '回练习页',
  more: '再来一组',
  wrongOnes: '这次答错的',
  learnt: '都会在错题本里，过一阵再见。',
  offline: practiceWords.offline,
}

/** Where one stands, in words. */
export const placeText = (at: number, count: number): string => `第 ${at + 1} 题，共 ${count} 题`

export const dashText = (at: number, outcome: 'blank' | 'right' | 'wrong'): string =>
  `第 ${at + 1} 题，${{ blank: '还没答', right: '答对', wrong: '答错' }[outcome]}`

export function finishTitle(right: number, all: number): string {
  if (right === all) return '全对，记得真牢'
  return right * 2 >= all ? '不错，又认识了一些' : '错过的，才记得久'
}

export const finishStats = (right: number, all: number, today: number) => [
  { value: String(all), label: '这次练了' },
  { value: String(right), label: '一次答对' },
  { value: String(today), label: '今天共练' },
]

export const nextDueText = (tomorrow: number): string =>
  tomorrow === 0 ? '明天没有到期的题，可以歇一天。' : `明天有 ${tomorrow} 题到了复习的时候。`

export const listWords = {
  mistakesTitle: '错题本',
  mistakesNote: '在这里再答对两次，就移出去。',
  mistakesEmpty: '没有错题。答错的题会自己到这里来。',
  favouritesTitle: '收藏',
  favouritesNote: '想再看看的题。',
  favouritesEmpty: '还没有收藏。答题后点星标，就收在这里。',
  pack: '练习里答错的',
  contest: '竞答里答错的',
  contestNote: '只存在这部手机上',
  practise: '练这些题',
  more: '再看一些',
  start: '去练一练',
  unstar: '取消收藏',
}
