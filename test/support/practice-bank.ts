import type { Question } from '../../cloudfunctions/quiz/question'
import { question } from './questions'

type Sketch = Parameters<typeof question>[0]

/** A question of the practice bank of which only what a test is about is said. */
export const practiceQuestion = (sketch: Sketch, more: Partial<Question> = {}): Question => ({
  ...question(sketch),
  bank: 'practice',
  ...more,
})

/** As many practice questions of a category as a test needs, each of four options of which the first is right. */
export const practiceQuestions = (category: Question['category'], count: number): Question[] =>
  Array.from({ length: count }, (_, i) => {
    const id = `${category}-${900 + i}`
    return practiceQuestion(
      { id, category, options: ['对的一项', '错的一项', '也是错的', '还是错的'] },
      { stem: `练习题 ${id}` },
    )
  })
