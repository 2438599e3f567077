import * as v from 'valibot'
import { type Chapter, practice, type PracticeQuestion } from '../contract/practice'
import { CATEGORIES, type Category, categorySchema, questionIdSchema } from '../contract/questions'
import { keptStore } from '../lib/keep'
import { call } from '../services/cloud'
import { readText, writeText } from '../services/own-files'
import { keptQuestionEntries } from './kept-question'
import { heardTime } from './server-clock'

const questionSchema = v.object({
  id: questionIdSchema,
  version: v.number(),
  ...keptQuestionEntries,
  unverified: v.boolean(),
})

const indexSchema = v.array(
  v.object({
    category: categorySchema,
    version: v.string(),
    ids: v.array(v.string()),
    /** Files of the pictures that its questions show. */
    pictures: v.optional(v.array(v.string()), []),
  }),
)

type Index = v.InferOutput<typeof indexSchema>

/** What the phone has of the pack: the questions themselves lie in a file for each category. */
const index = keptStore('practice-pack', indexSchema, [])

/** Chapters that were used since the start, or that the phone had no room to keep. */
const inMemory = new Map<Category, readonly PracticeQuestion[]>()

const fileOf = (category: Category): string => `practice-${category}.json`

const fileSchema = v.object({ version: v.string(), questions: v.array(questionSchema) })

/** Null where the file is not the one the index speaks of. */
function questionsInFile(category: Category, version: string): readonly PracticeQuestion[] | null {
  try {
    const kept = v.parse(fileSchema, JSON.parse(readText(fileOf(category)) ?? 'null'))
    return kept.version === version ? kept.questions : null
  } catch {
    return null
  }
}

/** The questions of a category as this phone has them; a chapter that cannot be read is forgotten, to be asked for anew. */
function questionsOf(category: Category): readonly PracticeQuestion[] {
  const known = inMemory.get(category)
  if (known) return known
  const entry = index.get().find(one => one.category === category)
  if (!entry) return []
  const questions = questionsInFile(category, entry.version)
  if (questions === null) index.set(index.get().filter(one => one !== entry))
  else inMemory.set(category, questions)
  return questions ?? []
}

/** Ids of the questions on this phone, by category, in the usual order of categories. */
export const idsOnPhone = (): ReadonlyMap<Category, readonly string[]> =>
  new Map(CATEGORIES.flatMap(category => entryOf(category).map(({ ids }) => [category, ids] as const)))

const entryOf = (category: Category): Index => index.get().filter(one => one.category === category)

/** Files of all pictures that questions of the pack show. */
export const picturesInPack = (): string[] => index.get().flatMap(({ pictures }) => pictures)

/** A question by its id, wherever it lies. */
export function questionOnPhone(id: string): PracticeQuestion | null {
  const entry = index.get().find(({ ids }) => ids.includes(id))
  return (entry && questionsOf(entry.category).find(question => question.id === id)) ?? null
}

function keep({ category, version, questions }: Chapter): Index[number] | null {
  if (questions === null) return entryOf(category)[0] ?? null
  inMemory.set(category, questions)
  writeText(fileOf(category), JSON.stringify({ version, questions }))
  const pictures = questions.flatMap(({ picture }) => (picture ? [picture.file] : []))
  return { category, version, ids: questions.map(({ id }) => id), pictures }
}

/** Asks for what has changed, as often as replies are full. Throws CallError. */
export async function refreshPack(): Promise<void> {
  let isComplete = false
  while (!isComplete) {
    const known = index.get().map(({ category, version }) => ({ category, version }))
    const { now, chapters } = await call(practice.getPack, { known })
    heardTime(now)
    index.set(chapters.flatMap(chapter => keep(chapter) ?? []))
    isComplete = chapters.every(({ category, version }) => entryOf(category)[0]?.version === version)
  }
}
