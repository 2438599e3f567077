import type { Picture } from '../../../contract/questions'
import type { RulingCase } from '../../../contract/question-reports'
import { optionLabel, kindsText, progressText, rulingWords } from '../../../copy/desk-reports'
import { CATEGORY_NAMES, KIND_NAMES, sourceLine } from '../../../copy/quiz'
import { reportFacts, scoringName, verdictName } from '../../../copy/question-reports'

/** A case in words. */
export interface ShownCase {
  facts: string
  stem: string
  picture: Picture | null
  options: { id: string; name: string; label: string; text: string; isKey: boolean }[]
  choices: { value: string; text: string }[]
  why: string
  trap: string
  source: string
  kinds: string
  words: { id: string; facts: string; text: string }[]
  last: { title: string; note: string } | null
  /** Null where no score is to follow. */
  progress: { share: number; text: string; note: string } | null
  several: boolean
  current: boolean
}

const ofAll = (part: number, rest: number): number => (part + rest === 0 ? 1 : part / (part + rest))

function progressOf({ ruling }: RulingCase): ShownCase['progress'] {
  if (ruling === null || ruling.scoring === 'keep') return null
  const { scored, left, done } = ruling
  const note = done ? rulingWords.progressDone : rulingWords.progressNote
  return { share: ofAll(scored, left), text: progressText(scored, left), note }
}

export function shownCase(about: RulingCase): ShownCase {
  const { category, kind, question, stem, picture, options, key, explanation, source, kinds, words, ruling, current } =
    about
  return {
    facts: [CATEGORY_NAMES[category], KIND_NAMES[kind], question].join(' · '),
    stem,
    picture,
    options: options.map(({ id, text }) => ({
      ...{ id, text, name: `option-${id}`, label: optionLabel(id) },
      isKey: key.includes(id),
    })),
    choices: options.map(({ id, text }) => ({ value: id, text })),
    ...explanation,
    source: sourceLine(source),
    kinds: kindsText(kinds),
    words: words.map(({ kind, text, at }, i) => ({ id: String(i), facts: reportFacts(kind, at), text })),
    last: ruling && {
      title: [verdictName(ruling.verdict), scoringName(ruling.scoring)].join(' · '),
      note: ruling.note,
    },
    progress: progressOf(about),
    several: kind === 'multiple',
    current,
  }
}
