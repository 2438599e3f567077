import { CATEGORY_NAMES } from '../../../copy/quiz'
import { beginning } from '../../../lib/beginning'
import type { PracticeQuestion } from '../../../contract/practice'
import { questionOnPhone } from '../../../stores/practice-pack'

const STEM_LETTERS = 44

/** A question in a list. */
export interface QuestionRow {
  id: string
  stem: string
  note: string
}

/** How many questions a list shows, and how many more each time. */
export const ROWS = 20

export const rowOf = (id: string, { stem, category }: Pick<PracticeQuestion, 'stem' | 'category'>): QuestionRow => ({
  id,
  stem: beginning(stem, STEM_LETTERS),
  note: CATEGORY_NAMES[category],
})

export const rowsOf = (ids: readonly string[]): QuestionRow[] =>
  ids.flatMap(id => {
    const question = questionOnPhone(id)
    return question ? [rowOf(id, question)] : []
  })
