import * as v from 'valibot'
import { type AttemptResult, type OpenAttempt, quiz } from '../../../miniprogram/contract/quiz'
import { attemptsSpec } from '../../../cloudfunctions/quiz/repository/attempts-spec'
import type { Question } from '../../../cloudfunctions/quiz/question'
import { bankOf, rightAnswers, spoil } from '../../support/answer-key'
import type { DemoCloud } from '../../support/demo-cloud'

export type StoredAttempt = v.InferOutput<typeof attemptsSpec.schema>

/** Every attempt as it lies in the database, in the order of ids. */
export const attemptsIn = ({ cloud }: DemoCloud): StoredAttempt[] =>
  cloud.database
    .find('quiz_attempts')
    .map(document => v.parse(attemptsSpec.schema, document))
    .sort((a, b) => (a._id < b._id ? -1 : 1))

/** Plays one attempt with the first `wrong` questions left blank. */
export async function play(demo: DemoCloud, persona: string, wrong = 0): Promise<AttemptResult> {
  const attempt = await demo.ask(persona, quiz.startAttempt, { first: true })
  return handIn(demo, persona, attempt, wrong)
}

export function handIn(demo: DemoCloud, persona: string, attempt: OpenAttempt, wrong = 0): Promise<AttemptResult> {
  const answers = spoil(rightAnswers(demo.cloud, attempt), wrong)
  return demo.ask(persona, quiz.submitAttempt, { ticket: attempt.ticket, answers })
}

/** The version behind a question that a phone sees, found by its words, as only the test can. */
export function versionOf({ cloud }: DemoCloud, { stem }: { stem: string }): Question {
  const found = bankOf(cloud).find(question => question.stem === stem)
  if (!found) throw new Error(`no question says “${stem}”`)
  return found
}

const STRANGERS = Array.from({ length: 24 }, (_, i) => `stranger-${i + 1}`)

/** Lets strangers play until one has a paper with this question; answers whose, and its number there. */
export async function playWith(demo: DemoCloud, stem: string) {
  for (const persona of STRANGERS) {
    const { ticket, questions } = await play(demo, persona)
    const at = questions.findIndex(question => question.stem === stem)
    if (at >= 0) return { persona, ticket, number: at + 1 }
  }
  throw new Error(`nobody was asked “${stem}”`)
}
