import type { editions as editionsContract } from '../../miniprogram/contract/editions'
import { COUNTRY } from '../../miniprogram/contract/regions'
import { audit } from '../platform/audit'
import type { Handler } from '../platform/context'
import { inTransaction, type Transaction } from '../platform/transaction'
import { openRoundInside } from '../quiz/api'
import { editable } from './replies'
import { editionId, editions, editionsSpec, type StoredEdition } from './repository/editions'
import { activitiesAYearLater } from './rules'

type OpenYear = Handler<typeof editionsContract.openYear>
type PublishYear = Handler<typeof editionsContract.publishYear>

export const openYear: OpenYear = async ({ from }, context) =>
  editable(await inTransaction(context, transaction => openInside(transaction, from, context)))

async function openInside(
  transaction: Transaction,
  from: number,
  context: Parameters<OpenYear>[1],
): Promise<StoredEdition> {
  const stored = transaction.collection(editionsSpec)
  const year = from + 1
  const taken = await stored.get(editionId(year))
  if (taken?.changedWith === context.key) return taken
  if (taken) throw context.refusal('edition-exists')
  const source = await stored.get(editionId(from))
  if (!source) throw context.refusal('edition-missing')
  const draft: StoredEdition = {
    ...source,
    _id: editionId(year),
    year,
    state: 'draft',
    activities: activitiesAYearLater(source.activities),
    version: 1,
    changedWith: context.key,
  }
  await stored.insert(draft, context.refusal('edition-exists'))
  const facts = { from }
  await audit(transaction, context, { action: 'editions.openYear', region: COUNTRY, subject: String(year), facts })
  return draft
}

export const publishYear: PublishYear = async ({ year }, context) =>
  editable(await inTransaction(context, transaction => publishInside(transaction, year, context)))

/** Two publications at once both write the head of the country's audit, so that one of them begins again and sees the other. */
async function publishInside(
  transaction: Transaction,
  year: number,
  context: Parameters<PublishYear>[1],
): Promise<StoredEdition> {
  const stored = transaction.collection(editionsSpec)
  const draft = await stored.get(editionId(year))
  if (!draft) throw context.refusal('edition-missing')
  if (draft.changedWith === context.key && draft.state === 'published') return draft
  if (draft.state !== 'draft') throw context.refusal('already-decided')
  const archived = await archive(transaction, await editions.publishedId())
  const published: StoredEdition = {
    ...draft,
    state: 'published',
    version: draft.version + 1,
    changedWith: context.key,
  }
  await stored.set(published)
  const quiz = published.activities.find(({ kind }) => kind === 'quiz')
  const opened = quiz !== undefined && (await openRoundInside(transaction, year, quiz))
  await audit(transaction, context, {
    action: 'editions.publishYear',
    region: COUNTRY,
    subject: String(year),
    facts: { ...(archived === null ? {} : { archived }), ...(opened ? { round: `${year}-main` } : {}) },
  })
  return published
}

/** The year it was; null where none was published. */
async function archive(transaction: Transaction, id: string | null): Promise<number | null> {
  const stored = transaction.collection(editionsSpec)
  const edition = id === null ? null : await stored.get(id)
  if (edition?.state !== 'published') return null
  await stored.set({ ...edition, state: 'archived', version: edition.version + 1 })
  return edition.year
}
