import type { Category, QuestionKind, Source } from '../contract/quiz'
import { durationText, monthDay } from './moments'

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

export const startWords = {
  title: '云竞答',
  lead: '十道题，认识身边的空气、水、土地和邻居。',
  questions: '题',
  minutes: '分钟',
  perDay: '次 / 天',
  topics: '会考到',
  promises: '说在前面',
  promiseList: [
    { icon: 'lock-keyhole', text: '交卷前，答案和解析不会传到手机上；每个人的题目和选项次序都不同。' },
    { icon: 'timer', text: '时间以服务器为准。中途退出、断网或换手机，回来还是同一份卷子。' },
    { icon: 'book-open-check', text: '每道题都有出处。交卷后当场看解析，错在哪里一目了然。' },
  ],
  start: '开始竞答',
  goOn: '继续作答',
  spent: '今天的次数用完了',
  closed: '竞答没有开放',
  retry: '再试一次',
  shareTitle: '十道题，看看你认识多少身边的邻居',
}

export const playWords = {
  title: '云竞答',
  previous: '上一题',
  next: '下一题',
  submit: '交卷',
  submitting: '正在交卷',
  note: '答案在交卷后揭晓，每题都有出处。',
  confirmTitle: '现在交卷吗？',
  confirm: '交卷',
  back: '再看看',
  lost: '还没有交上去，答案都在手机里。',
  retry: '再交一次',
  leave: '回竞答页',
  timeLeft: '剩余时间',
  answerCard: '答题卡',
}

/** What the person should know before handing in. */
export const confirmText = (blank: number): string =>
  blank === 0 ? '十道题都答好了，交卷后不能再改。' : `还有 ${blank} 题没有答，没答的不得分。`

export const resultWords = {
  title: '成绩',
  points: '分',
  right: '答对',
  used: '用时',
  attempt: '今天第几次',
  review: '逐题解析',
  yours: '你选',
  key: '应为',
  blank: '没有作答',
  trap: '容易错在',
  source: '出处',
  again: '再答一次',
  home: '回首页',
  wrongFirst: '错题在前',
  retry: '再试一次',
}

/** One warm sentence about a score from 0 to 100. */
export function praise(score: number): string {
  if (score === 100) return '全对！你是身边人的环境老师。'
  if (score >= 80) return '很好，离满分只差一点点。'
  if (score >= 60) return '不错，看看错在哪里，下次就会了。'
  return '每一次答错，都是一次认识的机会。'
}

export const rightOf = (right: number, questions: number): string => `${right} / ${questions}`

export const sourceLine = ({ title, clause, asOf }: Source): string => `${title}${clause} · 截至 ${asOf}`

const LETTERS = 'ABCDEFGHIJ'

export const letter = (position: number): string => LETTERS.charAt(position)

export const attemptTitle = (startedAt: number, number: number): string => `${monthDay(startedAt)} · 第 ${number} 次`

export const attemptLine = (state: 'open' | 'submitted' | 'expired', seconds: number | null): string =>
  state === 'submitted' ? `用时 ${durationText(seconds ?? 0)}` : state === 'open' ? '还没有交卷' : '超过时间，没有计入'
