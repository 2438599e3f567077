import type { QuestionInput, QuestionRow } from '../../miniprogram/contract/bank-questions'
import type { ItemFlag } from '../../miniprogram/contract/standings'
import type { Question } from '../quiz/api'
import { isIncomplete } from './rules'

export const rowOf = (question: Question, flags: ItemFlag[] = []): QuestionRow => {
  const { id, version, category, kind, stem, verifiedAt, validTo, retired } = question
  return {
    id,
    version,
    category,
    kind,
    stem,
    verified: verifiedAt !== null,
    incomplete: isIncomplete(question),
    validTo,
    retired,
    flags,
  }
}

/** The question as its editor has it. */
export const inputOf = (question: Question): QuestionInput => {
  const { category, kind, stem, picture, options, key, explanation, source, facts } = question
  const { evidence, difficulty, bloom, validFrom, validTo } = question
  return {
    ...{ category, kind, stem, picture, options, explanation, source, facts },
    key: options.flatMap(({ id }, at) => (key.includes(id) ? [at] : [])),
    ...{ evidence, difficulty, bloom, validFrom, validTo },
  }
}
