import { quiz } from '../../../../miniprogram/contract/quiz'
import type { PaperQuestion } from '../../../../miniprogram/contract/questions'
import { door } from '../../../../cloudfunctions/platform/door'
import { handlers } from '../../../../cloudfunctions/quiz/handlers'
import type { Question } from '../../../../cloudfunctions/quiz/question'
import { rounds } from '../../../../cloudfunctions/quiz/repository/rounds'

/** Ways in which a careless handler lets the key slip out, one for each attempt of a day. */
const CARELESS: readonly ((question: PaperQuestion, stored: Question) => PaperQuestion)[] = [
  (question, { key }) => ({ ...question, key }),
  (question, { options, key }) => {
    const right = options.find(({ id }) => id === key[0])?.text ?? ''
    return { ...question, best: question.options.indexOf(right) }
  },
  (question, { explanation }) => ({ ...question, stem: `${question.stem}（${explanation.why}）` }),
  (question, { id }) => ({ ...question, stem: `${id} ${question.stem}` }),
  (question, { options }) => ({ ...question, options: options.map(({ text }) => text) }),
]

/** The quiz with a start that leaks. */
export const main = door(quiz, {
  ...handlers,
  async startAttempt(input, context) {
    const attempt = await handlers.startAttempt(input, context)
    const bank = (await rounds.currentWithBank(context.now))?.bank ?? []
    const leak = CARELESS[attempt.number - 1]
    const questions = attempt.questions.map(question => {
      const stored = bank.find(({ stem }) => stem === question.stem)
      return stored && leak ? leak(question, stored) : question
    })
    return { ...attempt, questions }
  },
})
