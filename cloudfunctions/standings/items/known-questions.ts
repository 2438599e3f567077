import { inParts } from '../../platform/in-parts'
import { type Attempt, type Question, questions, refsOf } from '../../quiz/api'

/** Questions as one run needs them, each read once: a version does not change. */
export function knownQuestions() {
  const known = new Map<string, Question>()

  return {
    /** Those that the papers name and that are there. */
    async of(papers: readonly Attempt[], other: readonly string[] = []): Promise<Map<string, Question>> {
      const refs = [...new Set([...papers.flatMap(refsOf), ...other])]
      const missing = refs.filter(ref => !known.has(ref))
      for (const question of await inParts(missing, questions.known)) known.set(question._id, question)
      return new Map(refs.flatMap(ref => known.get(ref) ?? []).map(question => [question._id, question]))
    },
  }
}

export type KnownQuestions = ReturnType<typeof knownQuestions>
