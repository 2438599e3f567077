import { REPORT_KINDS, type ReportCounts, SCORINGS, VERDICTS } from '../contract/question-reports'
import { REPORT_KIND_NAMES, scoringName } from './question-reports'

export const deskReportWords = {
  title: '题目报错',
  note: '报得最多的排在前面；裁定后，报过的人都会看到。',
  filter: '看哪些',
  shows: [
    { value: 'waiting', text: '待裁定' },
    { value: 'ruled', text: '已裁定' },
  ],
  empty: { waiting: '没有等着裁定的报错。', ruled: '还没有裁定过。' },
}

/** `3 人` */
export const reportersText = (count: number): string => `${count} 人`

/** `答案不对 2 · 错别字 1`, what nobody said left out. */
export const kindsText = (kinds: ReportCounts): string =>
  REPORT_KINDS.filter(kind => kinds[kind] > 0)
    .map(kind => `${REPORT_KIND_NAMES[kind]} ${kinds[kind]}`)
    .join(' · ')

const VERDICT_TEXTS = {
  stands: { text: '题目没有错', note: '继续使用，成绩不变' },
  corrected: { text: '更正', note: '改好的新版本接着用，旧版本存档' },
  retired: { text: '停用', note: '不再出现在任何卷子里' },
} as const

const SCORING_NOTES = {
  keep: '答过的人不受影响',
  'all-right': '答过的人，这道题都算对，没有作答的也算',
  'new-key': '答过的人，这道题按新答案再判一次',
} as const

export const rulingWords = {
  question: '被报错的这一版',
  key: '现在的答案',
  why: '解析',
  trap: '容易错在',
  source: '出处',
  reports: '大家怎么说',
  noWords: '没有人写理由。',
  last: '上一次裁定',
  progress: '成绩重算',
  progressDone: '都重算好了。',
  progressNote: '每分钟接着算，交卷更晚的也会算到。下拉看最新进度。',
  superseded: '这一版已经有了更新的版本，这里只决定答过旧版的成绩怎么算。',
  form: '裁定',
  verdict: '结论',
  verdicts: VERDICTS.map(value => ({ value, ...VERDICT_TEXTS[value] })),
  scoring: '答过的成绩怎么算',
  scorings: SCORINGS.map(value => ({ value, text: scoringName(value), note: SCORING_NOTES[value] })),
  newKey: '正确答案',
  stem: '题干',
  reason: '写给大家的说明',
  reasonHint: '报过错的人、成绩有变的人都会看到。',
  save: '裁定',
  back: '返回',
  sure: '就这样裁定？',
  sureKeep: '成绩不变。裁定会写进办事记录。',
  sureScore: '答过这一版的成绩会逐份重算，有变化的人会在成绩页看到。裁定会写进办事记录。',
  cancel: '再想想',
  saved: '已裁定。',
  nothingChanged: '选了更正，但题干、选项、答案和解析都没有改。',
  sameKey: '新答案和现在的答案一样，请先改正确答案。',
}

export const optionLabel = (id: string): string => `选项 ${id.toUpperCase()}`

/** `12 / 40 份` */
export const progressText = (scored: number, left: number): string => `${scored} / ${scored + left} 份`
