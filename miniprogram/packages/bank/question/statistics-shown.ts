import type { BankQuestion } from '../../../contract/bank-questions'
import type { ItemStatistics } from '../../../contract/standings'
import { difficultyText } from '../../../copy/bank'
import {
  choiceText,
  discriminationText,
  ITEM_FLAG_NAMES,
  ITEM_FLAG_TEXTS,
  ruledText,
  shareText,
  statisticsWords,
  timesText,
} from '../../../copy/item-statistics'
import { letter } from '../../../copy/quiz'

interface Choice {
  label: string
  /** Of all who met the question, 0 to 1. */
  share: number
  text: string
  tone: 'green' | 'water' | 'sun'
}

interface StatisticsShown {
  /** Why there are no figures; empty where there are. */
  lack: string
  facts: { label: string; value: string }[]
  /** How often each option was chosen, in the order of the question. */
  choices: Choice[]
  flags: { title: string; text: string }[]
}

const lacking = (lack: string, facts: StatisticsShown['facts'] = []): StatisticsShown => ({
  ...{ lack, facts, choices: [], flags: [] },
})

const ruledFacts = ({ ruling }: ItemStatistics): StatisticsShown['facts'] =>
  ruling ? [{ label: statisticsWords.counted, value: ruledText(ruling.at) }] : []

/** What first attempts say about the version, in the words of its page. */
export function statisticsShown({ statistics, question }: BankQuestion): StatisticsShown {
  if (statistics === null) return lacking(statisticsWords.none)
  const { answers, facility, ruling } = statistics
  if (ruling?.counting) return lacking(statisticsWords.counting)
  const count = { label: statisticsWords.answers, value: timesText(answers) }
  if (ruling?.key === null) return lacking(statisticsWords.allRight, [count, ...ruledFacts(statistics)])
  if (facility === null) return lacking(statisticsWords.few, [count, ...ruledFacts(statistics)])
  return {
    lack: '',
    facts: [count, ...figures({ ...statistics, facility }), ...ruledFacts(statistics)],
    choices: choices(statistics, question),
    flags: statistics.flags.map(flag => ({ title: ITEM_FLAG_NAMES[flag], text: ITEM_FLAG_TEXTS[flag] })),
  }
}

const figures = ({ facility, discrimination, measured }: ItemStatistics & { facility: number }) => [
  { label: statisticsWords.facility, value: shareText(facility) },
  { label: statisticsWords.discrimination, value: discriminationText(discrimination) },
  ...(measured === null ? [] : [{ label: statisticsWords.measured, value: difficultyText(measured) }]),
]

/** Where a ruling gave another key, it says which options are right. */
function choices(statistics: ItemStatistics, { options, key }: BankQuestion['question']): Choice[] {
  const chosen = new Map(statistics.options.map(option => [option.id, option.chosen]))
  const isRight = (id: string, at: number): boolean => statistics.ruling?.key?.includes(id) ?? key.includes(at)
  const choice = (label: string, count: number, tone: Choice['tone']): Choice => ({
    ...{ label, share: count / Math.max(1, statistics.answers), tone },
    text: choiceText(count, statistics, tone === 'green'),
  })
  return [
    ...options.map(({ id }, at) => choice(letter(at), chosen.get(id) ?? 0, isRight(id, at) ? 'green' : 'water')),
    choice(statisticsWords.blank, statistics.blank, 'sun'),
  ]
}
