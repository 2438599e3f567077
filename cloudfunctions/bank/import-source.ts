import { createHash } from 'node:crypto'
import type { bank as contract } from '../../miniprogram/contract/bank'
import { COUNTRY } from '../../miniprogram/contract/regions'
import { holds } from '../../miniprogram/contract/roles'
import type { InputOf } from '../../miniprogram/contract/rpc'
import { dayOf } from '../../miniprogram/contract/time'
import type { Context } from '../platform/context'
import { contentOf, isOwnFile } from '../platform/files'
import { handleOf } from '../platform/handle'
import { mustOrganise } from '../platform/reach'
import type { Refusal } from '../platform/refusal'
import { organisedQuestions, type Question } from '../quiz/api'
import { type QuestionFile, readQuestions } from './formats/question-files'
import { type Plan, planImport } from './import-plan'

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

/** Everything there is, but what this import has put aside itself. */
async function everything(batch: string): Promise<Question[]> {
  const all: Question[] = []
  let last: string | null = null
  do {
    const portion = await organisedQuestions.all(last)
    all.push(...portion)
    last = portion.length === organisedQuestions.portion ? (portion.at(-1)?._id ?? null) : null
  } while (last !== null)
  return all.filter(question => question.batch !== batch || question.arrives === null)
}

export async function planOf({ batch, file }: ImportSource, { bank }: Asked, context: Importer): Promise<Plan> {
  const stored = await everything(batch)
  const counting = stored.filter(({ bank: where, retired }) => where !== 'archive' || retired)
  const newest = new Map(counting.map(question => [question.id, question]))
  return planImport(
    file.drafts,
    { newest, taken: new Set(stored.map(({ id }) => id)) },
    {
      ...{ batch, bank, writtenBy: handleOf(context.who.person), now: context.now },
      trusted: holds(context.standing, 'administrator'),
    },
  )
}
