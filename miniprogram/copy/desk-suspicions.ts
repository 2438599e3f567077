import type { IconName } from '../components/icon/icon-names'
import { regionName } from '../contract/region-names'
import type { RegionCode } from '../contract/regions'
import type { DecisionVerdict, Suspicion, SuspicionCase, SuspicionKind } from '../contract/suspicions'
import { startOfDay } from '../contract/time'
import { decisionWords } from './attempt-decisions'
import { durationText, monthDay } from './moments'
import { KIND_NAMES, type Stat } from './quiz'

interface KindWords {
  name: string
  meaning: string
  icon: IconName
}

export const SUSPICION_WORDS: Record<SuspicionKind, KindWords> = {
  'too-fast': { icon: 'timer', name: '答得比读题还快', meaning: '交卷用的时间，比把答过的题目读一遍还短。' },
  'same-places': {
    icon: 'layout-grid',
    name: '总选同一个位置',
    meaning: '单选题全选在同一个位置。选项次序每份卷子都不同，凭知识答很难这样。',
  },
  'same-pattern': {
    icon: 'users-round',
    name: '与多人雷同',
    meaning: '五个人以上在同一秒开始，得分和用时也都相同。',
  },
}

export const VERDICT_TAGS: Record<DecisionVerdict | 'waiting', { text: string; tone: string }> = {
  waiting: { text: '待查看', tone: 'soon' },
  counts: { text: '照常计入', tone: 'calm' },
  'set-aside': { text: '不计入', tone: 'over' },
}

export const deskSuspicionsWords = {
  title: '答卷复核',
  note: '系统只会提醒，不会扣分。算不算数，由你看过再定；定了以后还能改。',
  filter: '看哪些',
  shows: [
    { value: 'waiting', text: '待查看' },
    { value: 'decided', text: '已查看' },
  ],
  empty: { waiting: '没有要看的答卷。', decided: '还没有看过的答卷。' },
}

export const deskSuspicionWords = {
  score: '得分',
  time: '用时',
  least: '读题至少要',
  kinds: '为什么请你看',
  pace: '快慢',
  used: '实际用时',
  paceNote: '按每秒读 25 个字算，比一般人默读快三倍还多；没答的题不算。',
  places: '每题选了第几个',
  placesNote: '一列是一道题，从上到下是选项的位置，实心的是选中的。',
  alike: '和别人比',
  others: '这个人在这一轮的其他答卷',
  noOthers: '这一轮没有别的答卷。',
  decided: '现在的决定',
  noNote: '没有写说明。',
  back: '回到列表',
  counts: '照常计入',
  setAside: '不计入',
  takeBack: '恢复计入',
  cancel: '再想想',
  countsTitle: '这份答卷照常计入？',
  countsText: '成绩不变，本人不会收到任何提示。以后还可以改。',
  setAsideTitle: '这份答卷不计入排名？',
  setAsideText: '答卷会留着，但不再算进个人、单位和地区的排名，也不能用来领证书。下面写的，本人会读到。',
  setAsidePlaceholder: '看到了什么，为什么这样定',
  takeBackTitle: '恢复计入排名？',
  takeBackText: '成绩照常算回去。下面写的，本人会读到。',
  takeBackPlaceholder: '为什么改回来',
  meanwhile: '刚才已经有人作了决定，请看过再定。',
}

/** Enough of a handle to tell people apart. */
const SHORT = 6

const numbered = (handle: string): string => `编号 ${handle.slice(0, SHORT)}`

export const kindsLine = (kinds: readonly SuspicionKind[]): string =>
  kinds.map(kind => SUSPICION_WORDS[kind].name).join('、')

export const pointsText = (score: number): string => `${score} 分`

const dayText = (day: Suspicion['day'], number: number): string => `${monthDay(startOfDay(day))} 第 ${number} 次`

/** `4 秒 · 朔州市 · x7Qa91`, without the region where the list is of that region. */
export const suspicionLine = ({ seconds, region, handle }: Suspicion, listed: RegionCode): string =>
  [durationText(seconds), ...(region === listed ? [] : [regionName(region)]), handle.slice(0, SHORT)].join(' · ')

export const suspicionTitle = ({ handle }: Suspicion): string => `${numbered(handle)} 的答卷`

export const suspicionPlace = ({ region, day, number }: Suspicion): string =>
  [regionName(region), dayText(day, number)].join(' · ')

export const suspicionStats = ({ score, seconds, leastSeconds }: SuspicionCase): Stat[] => [
  { value: String(score), label: deskSuspicionWords.score },
  { value: durationText(seconds), label: deskSuspicionWords.time },
  { value: durationText(Math.ceil(leastSeconds)), label: deskSuspicionWords.least },
]

export const secondsText = (seconds: number): string => durationText(Math.ceil(seconds))

export const alikeText = (alike: number): string =>
  alike === 0
    ? '没有别人和这份答卷同一秒开始、用时和得分也都相同。'
    : `另有 ${alike} 人和这份答卷同一秒开始，用时和得分也都相同。`

type Other = SuspicionCase['others'][number]

export const otherLabel = ({ day }: Other): string => monthDay(startOfDay(day))

export const otherText = ({ number, score, seconds, setAside }: Other): string =>
  [`第 ${number} 次`, pointsText(score), durationText(seconds), ...(setAside ? [decisionWords.badge] : [])].join(' · ')

/** `第 3 题，单选，选了第 2 个`, said to those who do not see the dots. */
export function placesLabel({ kind, chosen }: SuspicionCase['questions'][number], at: number): string {
  const places = chosen.length === 0 ? '没有作答' : `选了第 ${chosen.map(place => place + 1).join('、')} 个`
  return [`第 ${at + 1} 题`, KIND_NAMES[kind].split('，')[0], places].join('，')
}

/** `9 月 18 日` and what was written. */
export const decisionLine = ({ at, note }: { at: number; note: string }): string =>
  `${monthDay(at)}，${note === '' ? deskSuspicionWords.noNote : note}`

export const DONE_TEXTS: Record<DecisionVerdict, string> = {
  counts: '照常计入',
  'set-aside': '不再计入，排名稍后更新',
}
