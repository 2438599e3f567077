import type { Activity, HostUnit } from '../../miniprogram/contract/activities'
import type { editions as editionsContract } from '../../miniprogram/contract/editions'
import { COUNTRY } from '../../miniprogram/contract/regions'
import { audit } from '../platform/audit'
import type { Handler } from '../platform/context'
import { mustOrganise } from '../platform/reach'
import { inTransaction, type Transaction } from '../platform/transaction'
import { moveRoundInside } from '../quiz/api'
import { confirmedInside } from '../units/api'
import { checkNewTexts, newTexts } from './activity-texts'
import { editable } from './replies'
import { editionId, editions, editionsSpec, type StoredEdition } from './repository/editions'
import { changedActivity, isSameWindow, windowProblem } from './rules'

type EditActivity = Handler<typeof editionsContract.editActivity>
type Edit = Parameters<EditActivity>[0]
type EditContext = Parameters<EditActivity>[1]

/** The series' own organisers alone. What can be refused by the input alone is refused before anything is read. */
export const editActivity: EditActivity = async (edit, context) => {
  mustOrganise(context, COUNTRY)
  const problem = windowProblem(edit.year, edit.change)
  if (problem) throw context.refusal(problem)
  await checkWords(edit, context)
  return editable(await inTransaction(context, transaction => editInside(transaction, edit, context)))
}

/** Asked again after a lost answer, the words are those that were checked then. */
async function checkWords(edit: Edit, context: EditContext): Promise<void> {
  const edition = await editions.get(edit.year)
  if (!edition) throw context.refusal('edition-missing')
  if (edition.changedWith === context.key) return
  const before = mayBeEdited(edition, edit, context)
  await checkNewTexts(newTexts(before, edit.change, edit.reason), `${edit.year} ${edit.kind}`, context)
}

async function editInside(transaction: Transaction, edit: Edit, context: EditContext): Promise<StoredEdition> {
  const stored = transaction.collection(editionsSpec)
  const edition = await stored.get(editionId(edit.year))
  if (!edition) throw context.refusal('edition-missing')
  if (edition.changedWith === context.key) return edition // the answer to the first sending was lost on its way
  const before = mayBeEdited(edition, edit, context)
  const { state } = edition
  const unit = await hostInside(transaction, before.unit, edit, context)
  const after = changedActivity(before, { ...edit.change, unit }, { state, reason: edit.reason, now: context.now })
  if (!after) throw context.refusal('reason-missing')
  const edited = {
    ...edition,
    activities: edition.activities.map(activity => (activity.kind === edit.kind ? after : activity)),
    version: edition.version + 1,
    changedWith: context.key,
  }
  await stored.set(edited)
  if (edit.kind === 'quiz' && !isSameWindow(before, after))
    await moveRoundInside(transaction, edit.year, after, context.now)
  await audit(transaction, context, {
    action: 'editions.editActivity',
    region: COUNTRY,
    subject: `${edit.year} ${edit.kind}`,
    facts: factsOf(before, after, edited.version),
  })
  return edited
}

/** The host as it was, none, or another confirmed unit. One that was closed meanwhile stays the host it was. */
async function hostInside(
  transaction: Transaction,
  before: HostUnit | null,
  { change: { unit } }: Edit,
  context: EditContext,
): Promise<HostUnit | null> {
  if (unit === undefined || unit === before?.id) return before
  if (unit === null) return null
  const found = await confirmedInside(transaction, unit)
  if (!found) throw context.refusal('unit-unknown')
  return { id: found.id, name: found.name }
}

function mayBeEdited(edition: StoredEdition, { kind, version }: Edit, context: EditContext): Activity {
  if (edition.state === 'archived') throw context.refusal('edition-archived')
  const activity = edition.activities.find(candidate => candidate.kind === kind)
  if (!activity) throw context.refusal('activity-unknown')
  if (edition.version !== version) throw context.refusal('edition-changed')
  return activity
}

const factsOf = (before: Activity, after: Activity, version: number) => ({
  version,
  ...(before.unit?.id === after.unit?.id ? {} : { unit: after.unit?.name ?? '' }),
  ...(isSameWindow(before, after)
    ? {}
    : {
        opensBefore: before.opensAt,
        closesBefore: before.closesAt,
        opens: after.opensAt,
        closes: after.closesAt,
        reason: after.changed?.reason ?? '',
      }),
})
