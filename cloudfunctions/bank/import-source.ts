import { createHash } from 'node:crypto'
import type { bank as contract } from '../../miniprogram/contract/bank'
import { COUNTRY } from '../../miniprogram/contract/regions'
import { holds } from '../../miniprogram/contract/roles'
import type { Problem } from '../../miniprogram/contract/question-files'
import type { InputOf } from '../../miniprogram/contract/rpc'
import { dayOf } from '../../miniprogram/contract/time'
import type { Context } from '../platform/context'
import { contentOf, isOwnFile } from '../platform/files'
import { handleOf } from '../platform/handle'
import { mustOrganise } from '../platform/reach'
import type { Refusal } from '../platform/refusal'
import { organisedQuestions, type Question } from '../quiz/api'
import { type PlacedDraft, type QuestionFile, readQuestions } from './formats/question-files'
import { type Plan, planImport } from './import-plan'
import { picturesOf, takePictures, unknownPictures, withKnown } from './pictures/import-pictures'

type Asked = InputOf<typeof contract.previewImport>

export type Importer = Pick<Context, 'who' | 'now' | 'standing'> & {
  readonly refusal: (code: 'out-of-scope' | 'file-not-yours') => Refusal
}

/** An import as far as it is known before anything is written. */
export interface ImportSource {
  batch: string
  file: QuestionFile
}

const ID_LENGTH = 32

/** Reads the file that the organiser's own phone has put into the storage. */
export async function importSource({ file, category, bank }: Asked, context: Importer): Promise<ImportSource> {
  mustOrganise(context, COUNTRY)
  const { person } = context.who
  if (!isOwnFile(file, person)) throw context.refusal('file-not-yours')
  const bytes = await contentOf(file).catch(() => null)
  if (bytes === null) throw context.refusal('file-not-yours')
  const name = createHash('sha256')
    .update(JSON.stringify([handleOf(person), category, bank]))
    .update(bytes)
  const batch = name.digest('hex').slice(0, ID_LENGTH)
  return { batch, file: await readQuestions(bytes, { category, today: dayOf(context.now) }) }
}

/** Everything there is. */
async function everything(): Promise<Question[]> {
  const all: Question[] = []
  let last: string | null = null
  do {
    const portion = await organisedQuestions.all(last)
    all.push(...portion)
    last = portion.length === organisedQuestions.portion ? (portion.at(-1)?._id ?? null) : null
  } while (last !== null)
  return all
}

/** What the bank has to do with the file. */
export interface Surroundings {
  stored: readonly Question[]
  drafts: readonly PlacedDraft[]
  problems: Problem[]
}

/** Reads the bank and holds the file against it. */
export async function surroundingsOf({ file }: ImportSource): Promise<Surroundings> {
  const stored = await everything()
  const problems = [...file.problems, ...unknownPictures(file.drafts, stored)]
  return { stored, drafts: withKnown(file.drafts, picturesOf(stored)), problems }
}

/** The same once the pictures that the file carries are the bank's. */
export async function withPictures(
  { stored, drafts, problems }: Surroundings,
  context: Parameters<typeof takePictures>[2],
): Promise<Surroundings> {
  const taken = await takePictures(drafts, picturesOf(stored), context)
  return { stored, drafts: withKnown(drafts, taken), problems }
}

export function planOf(batch: string, { stored, drafts }: Surroundings, { bank }: Asked, context: Importer): Plan {
  // What this import has put aside itself is not there yet.
  const others = stored.filter(question => question.batch !== batch || question.arrives === null)
  const counting = others.filter(({ bank: where, retired }) => where !== 'archive' || retired)
  const newest = new Map(counting.map(question => [question.id, question]))
  return planImport(
    drafts,
    { newest, taken: new Set(others.map(({ id }) => id)) },
    {
      ...{ batch, bank, writtenBy: handleOf(context.who.person), now: context.now },
      trusted: holds(context.standing, 'administrator'),
    },
  )
}
