import * as v from 'valibot'
import { CATEGORIES } from '../../miniprogram/contract/questions'
import type { OpenAttempt } from '../../miniprogram/contract/quiz'
import { type Question, questionSchema } from '../../cloudfunctions/quiz/question'
import type { Cloud } from '../../local/cloud/start-cloud'

/** The bank as it lies in the database: what an attacker would love to see. */
export const bankOf = (cloud: Cloud): Question[] => cloud.database.find('quiz_questions').map(questionIn)

const known = new Map<string, Question>()

/** Parsed once for each wording: tests look into the bank hundreds of times. */
function questionIn(document: object): Question {
  const text = JSON.stringify(document)
  const question = known.get(text) ?? v.parse(questionSchema, document)
  known.set(text, question)
  return question
}

/** The right positions on somebody's paper, found by the texts, as only the test can. */
export function rightAnswers(cloud: Cloud, { questions }: OpenAttempt): number[][] {
  const bank = bankOf(cloud)
  return questions.map(({ stem, options }) => {
    const question = bank.find(candidate => candidate.stem === stem)
    const keyTexts = (question?.options ?? []).filter(({ id }) => question?.key.includes(id)).map(({ text }) => text)
    return keyTexts.map(text => options.indexOf(text))
  })
}

/** The same answers with the first `count` questions spoilt. */
export const spoil = (answers: number[][], count: number): number[][] =>
  answers.map((answer, i) => (i < count ? [] : answer))

/** Leaves so few sealed questions that players meet each other's, and none to practise with. */
export function thinBank(cloud: Cloud, each = 6): Question[] {
  const sealed = bankOf(cloud).filter(({ bank }) => bank === 'contest')
  const kept = CATEGORIES.flatMap(category => sealed.filter(one => one.category === category).slice(0, each))
  cloud.database.clear('quiz_questions')
  cloud.database.insert('quiz_questions', kept)
  cloud.reload()
  return kept
}
