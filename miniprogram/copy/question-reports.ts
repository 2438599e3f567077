import { REPORT_KINDS, type ReportKind, type Ruling } from '../contract/question-reports'
import { type Rescored, type RuledQuestion } from '../contract/quiz'
import { monthDay } from './moments'

export const REPORT_KIND_NAMES: Record<ReportKind, string> = {
  'key-wrong': '答案不对',
  'out-of-date': '内容过时',
  'unclear-stem': '题意不清',
  typo: '有错别字',
  other: '其他',
}

export const reportWords = {
  title: '这道题哪里不对',
  note: '编题的老师会逐条核对原文。每道题报一次就够了。',
  kind: '哪一类问题',
  kinds: REPORT_KINDS.map(value => ({ value, text: REPORT_KIND_NAMES[value] })),
  text: '理由',
  textPlaceholder: '依据是什么，在哪里看到的',
  send: '提交',
  missing: '没有找到这道题，请从成绩页重新打开。',
  back: '返回',
  thanks: '收到了，谢谢你',
  thanksText: '有了结论会写在“我的报错”里。题目确实有误的话，答过它的人成绩都会跟着更正。',
  toList: '看我的报错',
}

export const myReportsWords = {
  title: '我的报错',
  empty: '还没有报过错。成绩页和练习里，答过的题都可以报错。',
  toMe: '回到我的',
  waits: '等待核查',
  yours: '你写的',
  answer: '结论',
}

/** `答案不对 · 9 月 18 日` */
export const reportFacts = (kind: ReportKind, at: number): string => `${REPORT_KIND_NAMES[kind]} · ${monthDay(at)}`

/** What was decided about a question and about its scores, by the names they are written down by. */
export const VERDICT_WORDS: Record<Ruling['verdict'] | Ruling['scoring'], string> = {
  stands: '题目无误',
  corrected: '已经更正',
  retired: '已经停用',
  keep: '成绩不变',
  'all-right': '这道题人人得分',
  'new-key': '按新答案重算成绩',
}

export const verdictName = (verdict: Ruling['verdict']): string => VERDICT_WORDS[verdict]

export const scoringName = (scoring: Ruling['scoring']): string => VERDICT_WORDS[scoring]

export const rescoredWords = { title: '成绩有更正' }

/** `有题目经核查有误，成绩由 80 分更正为 90 分。` */
export const rescoredText = ({ from }: Rescored, score: number): string =>
  `有题目经核查有误，成绩由 ${from} 分更正为 ${score} 分。`

/** Said of one question on the result page, in the place of an explanation that no longer holds. */
export const ruledText = ({ allRight, note }: RuledQuestion): string =>
  allRight ? `这道题经核查有误，人人得分：${note}` : `这道题的答案经核查已更正：${note}`
