import { keyedHash } from '../platform/secret'
import { drawQuestions, type LaidOut, layOut, type Rank, turnOf } from './draw-rules'
import type { Question } from './question'
import { type AttemptPlace, refsOf } from './repository/attempts-spec'
import { questions } from './repository/questions'
import type { OpenRound } from './repository/rounds'

/** The questions of one attempt, laid out as this attempt shows them. */
export interface Paper {
  /** Question versions in paper order, as an attempt stores them. */
  refs: string
  items: LaidOut[]
}

/** One order for the whole round: day by day a person goes on in it. */
const rankOfPerson =
  ({ round, person }: AttemptPlace): Rank =>
  label =>
    keyedHash('draw', round, person, label)

const rankOfAttempt =
  ({ round, day, person, number }: AttemptPlace): Rank =>
  label =>
    keyedHash('layout', round, day, person, number, label)

const paper = (place: AttemptPlace, drawn: readonly Question[]): Paper => ({
  refs: drawn.map(question => question._id).join(' '),
  items: layOut(drawn, rankOfAttempt(place)),
})

/** The place and the secret decide the paper: drawn again from the same bank it is the same. Null when the bank is too small. */
export function drawPaper({ round, bank }: OpenRound, place: AttemptPlace): Paper | null {
  const turn = turnOf(round, place)
  const drawn = drawQuestions(bank, round.blueprint, { turn, day: place.day }, rankOfPerson(place))
  return drawn && paper(place, drawn)
}

/** The paper an attempt was started with, from the bank at hand where it still has every version. */
export async function paperOf(attempt: AttemptPlace & { paper: string }, current: OpenRound | null): Promise<Paper> {
  const refs = refsOf(attempt)
  const atHand = refs.map(ref => current?.bank.find(question => question._id === ref))
  const complete = atHand.every(question => question !== undefined)
  return paper(attempt, complete ? atHand : await questions.byRefs(refs))
}
