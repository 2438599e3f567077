import { quiz } from '../../../../miniprogram/contract/quiz'
import { door } from '../../../../cloudfunctions/platform/door'
import { handlers } from '../../../../cloudfunctions/quiz/handlers'
import { rounds } from '../../../../cloudfunctions/quiz/repository/rounds'

/** The quiz with a careless handler: every way a key could slip out, one for each attempt of the day. */
export const main = door(quiz, {
  ...handlers,
  async startAttempt(input, context) {
    const attempt = await handlers.startAttempt(input, context)
    const bank = (await rounds.currentWithBank(context.now))?.bank ?? []
    const questions = attempt.questions.map(question => {
      const stored = bank.find(({ stem }) => stem === question.stem)
      const leaks = [
        { ...question, key: stored?.key },
        { ...question, stem: `${question.stem}（${stored?.explanation.why ?? ''}）` },
        { ...question, options: stored?.options.map(({ text }) => text) ?? [] },
      ]
      return leaks[attempt.number - 1] ?? question
    })
    return { ...attempt, questions }
  },
})
