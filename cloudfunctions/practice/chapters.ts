import { type Chapter, PACK_REPLY_LIMIT, type PracticeQuestion } from '../../miniprogram/contract/practice'
import { CATEGORIES } from '../../miniprogram/contract/questions'
import type { Day } from '../../miniprogram/contract/time'
import type { Question } from '../quiz/api'

/** A chapter with all its questions, as a function instance keeps it. */
export type WholeChapter = Chapter & { questions: PracticeQuestion[] }

/** The contest's bank is sealed; this holds although nothing else should ever be handed in here. */
const isOpenOn =
  (day: Day) =>
  (question: Question): boolean =>
    question.bank === 'practice' && question.validFrom <= day && (question.validTo === null || day <= question.validTo)

const practiceQuestion = (question: Question): PracticeQuestion => ({
  id: question.id,
  version: question.version,
  category: question.category,
  kind: question.kind,
  stem: question.stem,
  options: question.options.map(({ text }) => text),
  picture: question.picture,
  key: question.options.flatMap(({ id }, position) => (question.key.includes(id) ? [position] : [])),
  explanation: question.explanation,
  source: question.source,
  unverified: question.verifiedAt === null || question.evidence === 'B',
})

/** The chapters that may be practised on a day. @param hash names a text by its content */
export function chaptersOn(day: Day, bank: readonly Question[], hash: (text: string) => string): WholeChapter[] {
  const open = bank.filter(isOpenOn(day))
  return CATEGORIES.flatMap(category => {
    const questions = open.filter(question => question.category === category).map(practiceQuestion)
    questions.sort((a, b) => (a.id < b.id ? -1 : 1))
    return questions.length === 0 ? [] : [{ category, version: hash(JSON.stringify(questions)), questions }]
  })
}

/** What a phone is told that has these versions: as many of the others as one reply carries, at least one. */
export function replyFor(chapters: readonly WholeChapter[], known: readonly Omit<Chapter, 'questions'>[]): Chapter[] {
  let carried = 0
  return chapters.map(({ category, version, questions }) => {
    const isKnown = known.some(one => one.category === category && one.version === version)
    const length = isKnown ? 0 : JSON.stringify(questions).length
    const fits = !isKnown && (carried === 0 || carried + length <= PACK_REPLY_LIMIT)
    if (fits) carried += length
    return { category, version, questions: fits ? questions : null }
  })
}
