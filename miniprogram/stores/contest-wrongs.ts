import * as v from 'valibot'
import type { ReviewedQuestion } from '../contract/questions'
import { keptStore } from '../lib/keep'
import { keptQuestionEntries } from './kept-question'

/** The latest ones; older ones make room. */
const MOST = 60

/** Right so often in a row, a question is learnt. */
const RIGHTS_TO_LEARN = 2

const wrongSchema = v.object({
  ...keptQuestionEntries,
  /** Times it was answered rightly since. */
  rights: v.number(),
})

export type ContestWrong = v.InferOutput<typeof wrongSchema>

/** What one got wrong in the contest, as the result told it; apart from the pack, and on this phone only. */
const wrongs = keptStore('contest-wrongs', v.array(wrongSchema), [])

/** Results that have been taken in since the start: looked at again, they bring nothing back. */
const seenSchema = v.array(v.string())
const seen = keptStore('contest-wrongs-seen', seenSchema, [])

export const contestWrongs = (): readonly ContestWrong[] => wrongs.get()

/** Takes in a result of one's own once. Its questions are told apart by their stems: a result names no ids. */
export function keepWrongs(ticket: string, questions: readonly ReviewedQuestion[]): void {
  if (seen.get().includes(ticket)) return
  seen.set([ticket, ...seen.get()].slice(0, MOST))
  const fresh = questions
    .filter(({ right }) => !right)
    .map(question => ({ ...v.parse(v.omit(wrongSchema, ['rights']), question), rights: 0 }))
  const others = wrongs.get().filter(({ stem }) => !fresh.some(other => other.stem === stem))
  wrongs.set([...fresh, ...others].slice(0, MOST))
}

/** Notes how one of them went in practice; what is learnt leaves. */
export function practisedWrong(stem: string, right: boolean): void {
  const after = wrongs
    .get()
    .map(wrong => (wrong.stem === stem ? { ...wrong, rights: right ? wrong.rights + 1 : 0 } : wrong))
  wrongs.set(after.filter(({ rights }) => rights < RIGHTS_TO_LEARN))
}

export function forgetWrongs(): void {
  wrongs.set([])
  seen.set([])
}
