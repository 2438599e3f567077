import type { BankQuestion } from '../../../contract/bank-questions'
import { difficultyText } from '../../../copy/bank'
import {
  choiceText,
  discriminationText,
  ITEM_FLAG_NAMES,
  ITEM_FLAG_TEXTS,
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

/** What first attempts say about the version, in the words of its page. */
export function statisticsShown({ statistics, question }: BankQuestion): StatisticsShown {
  if (statistics === null) return { lack: statisticsWords.none, facts: [], choices: [], flags: [] }
  const { answers, facility, discrimination, measured, blank } = statistics
  const count = { label: statisticsWords.answers, value: timesText(answers) }
  if (facility === null) return { lack: statisticsWords.few, facts: [count], choices: [], flags: [] }
  const chosen = new Map(statistics.options.map(option => [option.id, option.chosen]))
  const choice = (label: string, count: number, tone: Choice['tone']): Choice => ({
    ...{ label, share: count / Math.max(1, answers), tone },
    text: choiceText(count, statistics, tone === 'green'),
  })
  return {
    lack: '',
    facts: [
      count,
      { label: statisticsWords.facility, value: shareText(facility) },
      { label: statisticsWords.discrimination, value: discriminationText(discrimination) },
      ...(measured === null ? [] : [{ label: statisticsWords.measured, value: difficultyText(measured) }]),
    ],
    choices: [
      ...question.options.map(({ id }, at) =>
        choice(letter(at), chosen.get(id) ?? 0, question.key.includes(at) ? 'green' : 'water'),
      ),
      choice(statisticsWords.blank, blank, 'sun'),
    ],
    flags: statistics.flags.map(flag => ({ title: ITEM_FLAG_NAMES[flag], text: ITEM_FLAG_TEXTS[flag] })),
  }
}
