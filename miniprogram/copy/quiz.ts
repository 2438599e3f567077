import type { QuizOffer } from '../contract/quiz-offer'
import type { AttemptResult } from '../contract/quiz'
import type { Category, QuestionKind, ReviewedQuestion, Source } from '../contract/questions'
import { type Instant, startOfDay } from '../contract/time'
import { decisionWords } from './attempt-decisions'
import { clockTime, durationText, monthDay, windowText } from './moments'

/** A number with the word that says what it means. */
export interface Stat {
  value: string
  label: string
}

export const CATEGORY_NAMES: Record<Category, string> = {
  law: '法律与权利',
  air: '大气环境',
  water: '水环境',
  waste: '垃圾分类',
  biodiversity: '生物多样性',
  epidemic: '疫情防控',
  soil: '土壤',
  noise: '噪声',
  nuclear: '核与辐射',
  climate: '气候变化',
  conduct: '行为与节日',
}

export const KIND_NAMES: Record<QuestionKind, string> = {
  single: '单选',
  multiple: '多选，选全才得分',
  'true-false': '判断',
}

/** What the round is called, where it has a name. */
export const roundTitle = ({ title }: QuizOffer): string => title || startWords.lead

/** When it can be played, and what that earns. */
export const roundNote = (offer: QuizOffer): string => `${windowText(offer)}，空气、水、土地和邻居，每题都有出处。`

export const certificatesNote = ({ certificates }: QuizOffer): string => {
  const [first] = certificates
  return first ? `最好成绩到 ${first.from} 分就能领` : ''
}

export const startWords = {
  lead: '认识身边的环境',
  leadNote: '空气、水、土地和邻居，每题都有出处。',
  more: '还可以',
  ranking: '排行榜',
  rankingRule: '只比每个人最好的正式成绩，同分比用时，多答不占便宜。',
  practice: '练一练',
  practiceNote: '每天十题，当场看解析；没有网也能练',
  certificates: '我的证书',
  certificatesNote: '查看、保存和查验',
  topics: '会考到',
  promises: '说在前面',
  promiseList: [
    {
      icon: 'lock-keyhole',
      title: '答案先不到手机上',
      text: '交卷前，答案和解析不会传到手机；每个人的题目和选项次序都不同。',
    },
    {
      icon: 'timer',
      title: '断网不丢卷',
      text: '时间以服务器为准。中途退出或断网，回来还是同一份卷子；答案留在作答的那部手机里。',
    },
    { icon: 'book-open-check', title: '每题有出处', text: '交卷后当场看解析，错在哪里一目了然。' },
  ],
  closed: '竞答现在没有开放',
  closedNote: '开放的时间在首页的日程里。',
  home: '回首页看安排',
  shareTitle: '答十道题，看看你认识多少身边的邻居',
}

/** The terms of an attempt as three numbers with the words that say what they mean. */
export const termStats = ({ questions, minutes, attemptsPerDay }: QuizOffer): Stat[] => [
  { value: String(questions), label: '道题' },
  { value: String(minutes), label: '分钟' },
  { value: String(attemptsPerDay), label: '次 / 天' },
]

export const playWords = {
  previous: '上一题',
  next: '下一题',
  submit: '交卷',
  note: '答案在交卷后揭晓，每题都有出处。',
  confirmTitle: '现在交卷吗？',
  back: '再看看',
  lostAction: '再交一次',
  timeUp: '时间到了，这部手机上没有作答，没有交卷。',
  leave: '回竞答页',
  timeLeft: '剩余时间',
  grid: '答题卡',
}

/** What the person should know before handing in. */
export const confirmText = (blank: number): string =>
  blank === 0 ? '题目都答好了，交卷后不能再改。' : `还有 ${blank} 题没有答，没答的不得分。`

/** What became of answers that did not arrive: they stand, and until when they still count. */
export const lostText = (problem: string, until: Instant): string =>
  `${problem}答案已定，都在手机里，会自动再交；${clockTime(until)} 前交上都有效。`

/** Where one stands in the paper, said to those who do not see the dashes. */
export const placeText = (position: number, count: number): string =>
  `第 ${position + 1} 题，共 ${count} 题，打开答题卡`

export const dashLabel = (position: number, answered: boolean): string =>
  `第 ${position + 1} 题，${answered ? '已答' : '未答'}`

export const resultWords = {
  points: '分',
  wrong: '答错的题',
  right: '答对的题',
  yours: '你选',
  key: '应为',
  trap: '容易错在',
  source: '出处',
  again: '再答一次',
  home: '回首页',
  report: '报错',
  certificate: '看看证书',
  poster: '成绩海报',
  posterNote: '只有成绩，没有题目和答案',
  elsewhere: '这次作答已经在另一部手机上交过卷，成绩以那一份为准。',
}

/** What a score earns, said once; empty for none. */
export const certificateHint = (certificate: string | null): string =>
  certificate === null ? '' : `这个成绩可以领“${certificate}”。`

export const leftoverWords = {
  late: '上次的卷子没有来得及交，时间已经过了，没有计入成绩。答过的这一次算用掉了。',
}

export const leftoverText = (score: number): string =>
  `上次没交的卷子已经替你交上，得了 ${score} 分，在“我的”里可以看。`

const BLANK = '没有作答'

/** One warm sentence about a score from 0 to 100. */
export function praise(score: number): string {
  if (score === 100) return '全对！你是身边人的环境老师。'
  if (score >= 80) return '很好，离满分只差一点点。'
  if (score >= 60) return '不错，看看错在哪里，下次就会了。'
  return '每一次答错，都是一次认识的机会。'
}

export const resultStats = ({ right, questions, seconds, number, day }: AttemptResult): Stat[] => [
  { value: `${right} / ${questions.length}`, label: '答对' },
  { value: durationText(seconds), label: '用时' },
  { value: `第 ${number} 次`, label: monthDay(startOfDay(day)) },
]

export const sourceLine = ({ title, clause, asOf }: Source): string => `${title} ${clause} · 截至 ${asOf}`

const LETTERS = 'ABCDEFGHIJ'

export const letter = (position: number): string => LETTERS.charAt(position)

/** Options by their texts: the letters of one paper mean nothing on another. */
export const optionTexts = ({ options }: Pick<ReviewedQuestion, 'options'>, positions: readonly number[]): string =>
  positions.length === 0 ? BLANK : positions.map(position => options[position] ?? '').join('、')

export const attemptTitle = (startedAt: number, number: number): string => `${monthDay(startedAt)} · 第 ${number} 次`

interface ShownAttempt {
  state: 'open' | 'submitted' | 'expired'
  score: number | null
  seconds: number | null
  isSetAside: boolean
}

export const attemptBadge = ({ state, score, isSetAside }: ShownAttempt) => {
  if (isSetAside) return { badge: decisionWords.badge, tone: 'over' }
  if (state === 'submitted') return { badge: `${score ?? 0} 分`, tone: 'calm' }
  return state === 'open' ? { badge: '继续', tone: 'soon' } : { badge: '未计入', tone: 'over' }
}

export const attemptLine = ({ state, score, seconds, isSetAside }: ShownAttempt): string => {
  const time = `用时 ${durationText(seconds ?? 0)}`
  if (state === 'submitted') return isSetAside ? `${score ?? 0} 分 · ${time}` : time
  return state === 'open' ? '还没有交卷' : '超过时间，没有计入'
}
