import * as v from 'valibot'
import type { OpenAttempt } from '../../miniprogram/contract/quiz'
import { type Question, questionSchema } from '../../cloudfunctions/quiz/question'
import type { Cloud } from '../../local/cloud/start-cloud'

/** The bank as it lies in the database: what an attacker would love to see. */
export const bankOf = (cloud: Cloud): Question[] =>
  cloud.database.find('quiz_questions').map(document => v.parse(questionSchema, document))

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
