import * as v from 'valibot'
import type { bank as contract } from '../../miniprogram/contract/bank'
import type { BankQuestion } from '../../miniprogram/contract/bank-questions'
import { questionIdSchema } from '../../miniprogram/contract/questions'
import { COUNTRY } from '../../miniprogram/contract/regions'
import { holds } from '../../miniprogram/contract/roles'
import { dayOf } from '../../miniprogram/contract/time'
import { nicknamesOf } from '../people/api'
import type { Context, Handler } from '../platform/context'
import { handleOf } from '../platform/handle'
import { pageOf } from '../platform/paging'
import { mustOrganise } from '../platform/reach'
import { organisedQuestions, type Question, type QuestionFilter } from '../quiz/api'
import { flagsAfter, statisticsOf } from '../standings/api'
import { inputOf, rowOf } from './replies'
import { homeOf, isIncomplete, soon } from './rules'

const PAGE = 20

/** Questions that one call of a search reads. */
const LOOKED_THROUGH = 200

export const listQuestions: Handler<typeof contract.listQuestions> = async (input, context) => {
  mustOrganise(context, COUNTRY)
  const { bank, category, state, search, after } = input
  const endsBy = state === 'expiring' ? soon(dayOf(context.now)) : null
  const filter = { bank, category, unverified: state === 'unverified', endsBy }
  if (state === 'flagged') return flagged(filter, search, after)
  if (search !== '') return searched(filter, search, after)
  const found = await organisedQuestions.list(filter, after, PAGE + 1)
  const { items, next } = pageOf(found, PAGE, ({ _id }) => _id)
  return { items: items.map(question => rowOf(question)), next }
}

const saying =
  (search: string) =>
  ({ stem, id }: Question): boolean =>
    search === '' || stem.includes(search) || id === search

/**
 * No index finds words inside a stem, so a search looks through the next so many of the list and answers what it has found;
 * the cursor goes on behind them. A question's own name is found at once.
 */
async function searched(filter: QuestionFilter, search: string, after: string | null) {
  const named = after === null && v.is(questionIdSchema, search) ? await organisedQuestions.one(filter, search) : null
  if (named) return { items: [rowOf(named)], next: null }
  const read = await organisedQuestions.list(filter, after, LOOKED_THROUGH)
  const page = pageOf(read.filter(saying(search)), PAGE, ({ _id }) => _id)
  const rest = read.length === LOOKED_THROUGH ? (read.at(-1)?._id ?? null) : null
  return { items: page.items.map(question => rowOf(question)), next: page.next ?? rest }
}

/** Names of flagged versions that one read asks the bank for; those of superseded versions are passed over. */
const FLAGGED = 100

async function flagged(filter: QuestionFilter, search: string, after: string | null) {
  const flags = await flagsAfter(after, FLAGGED)
  const ids = [...flags.keys()]
  const found = ids.length === 0 ? [] : await organisedQuestions.among(filter, ids)
  const page = pageOf(found.filter(saying(search)), PAGE, ({ _id }) => _id)
  const rest = ids.length === FLAGGED ? (ids.at(-1) ?? null) : null
  return { items: page.items.map(question => rowOf(question, flags.get(question._id))), next: page.next ?? rest }
}

/** The version that counts: the one in a bank, or else the newest one that was taken out. */
const current = (versions: readonly Question[]): Question | undefined =>
  versions.find(({ bank }) => bank !== 'archive') ?? versions.find(({ retired }) => retired)

/** Who wrote it last does not verify it, unless they administrate. */
export const mayVerify = ({ writtenBy }: Question, { who, standing }: Pick<Context, 'who' | 'standing'>): boolean =>
  writtenBy !== handleOf(who.person) || holds(standing, 'administrator')

export const getQuestion: Handler<typeof contract.getQuestion> = async ({ id }, context): Promise<BankQuestion> => {
  mustOrganise(context, COUNTRY)
  const versions = (await organisedQuestions.versions(id)).filter(({ arrives }) => arrives === null)
  const question = current(versions)
  if (!question) throw context.refusal('question-unknown')
  const writers = versions.flatMap(({ writtenBy }) => (writtenBy === '' ? [] : [writtenBy]))
  const [nicknames, statistics] = await Promise.all([nicknamesOf(writers), statisticsOf(question._id)])
  const history = versions
    .sort((a, b) => b.version - a.version)
    .map(({ version, writtenAt, writtenBy, stem }) => ({
      version,
      at: writtenAt,
      by: nicknames.get(writtenBy) ?? '',
      stem,
    }))
  const { version, retired, verifiedBy, verifiedAt } = question
  const incomplete = isIncomplete(question)
  return {
    ...{ id, version, bank: homeOf(question), retired, question: inputOf(question), verifiedBy, verifiedAt },
    ...{ mayVerify: verifiedAt === null && !incomplete && mayVerify(question, context), incomplete, history },
    statistics,
  }
}
