import { quiz } from '../../../../miniprogram/contract/quiz'
import { door } from '../../../../cloudfunctions/platform/door'
import { handlers } from '../../../../cloudfunctions/quiz/handlers'
import { rounds } from '../../../../cloudfunctions/quiz/repository/rounds'

const LEAKS = 5

/** The quiz with a careless handler: each attempt of the day lets something else slip out. */
export const main = door(quiz, {
  ...handlers,
  async startAttempt(input, context) {
    const attempt = await handlers.startAttempt(input, context)
    const bank = (await rounds.currentWithBank(context.now))?.bank ?? []
    const questions = attempt.questions.map(question => {
      const stored = bank.find(({ stem }) => stem === question.stem)
      const right = stored?.options.find(({ id }) => id === stored.key[0])?.text ?? ''
      const careless = [
        { ...question, key: stored?.key },
        { ...question, best: question.options.indexOf(right) },
        { ...question, stem: `${question.stem}（${stored?.explanation.why ?? ''}）` },
        { ...question, category: question.category, stem: `${stored?.id ?? ''} ${question.stem}` },
        { ...question, options: stored?.options.map(({ text }) => text) ?? [] },
      ]
      return careless[(attempt.number - 1) % LEAKS] ?? question
    })
    return { ...attempt, questions }
  },
})
