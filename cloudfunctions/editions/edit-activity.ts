import type { Activity, editions as editionsContract } from '../../miniprogram/contract/editions'
import { COUNTRY } from '../../miniprogram/contract/regions'
import { audit } from '../platform/audit'
import type { Handler } from '../platform/context'
import { mustOrganise } from '../platform/reach'
import { inTransaction, type Transaction } from '../platform/transaction'
import { moveRoundInside } from '../quiz/api'
import { editable } from './replies'
import { editionId, editionsSpec, type StoredEdition } from './repository/editions'
import { changedActivity, isSameWindow, windowProblem } from './rules'

type EditActivity = Handler<typeof editionsContract.editActivity>
type Edit = Parameters<EditActivity>[0]
type EditContext = Parameters<EditActivity>[1]

/** The series' own organisers alone. What can be refused by the input alone is refused before anything is read. */
export const editActivity: EditActivity = async (edit, context) => {
  mustOrganise(context, COUNTRY)
  const problem = windowProblem(edit.year, edit.change)
  if (problem) throw context.refusal(problem)
  return editable(await inTransaction(context, transaction => editInside(transaction, edit, context)))
}

async function editInside(transaction: Transaction, edit: Edit, context: EditContext): Promise<StoredEdition> {
  const editions = transaction.collection(editionsSpec)
  const edition = await editions.get(editionId(edit.year))
  if (!edition) throw context.refusal('edition-missing')
  if (edition.changedWith === context.key) return edition // the answer to the first sending was lost on its way
  const before = mayBeEdited(edition, edit, context)
  const { state } = edition
  const after = changedActivity(before, edit.change, { state, reason: edit.reason, now: context.now })
  if (!after) throw context.refusal('reason-missing')
  const edited = {
    ...edition,
    activities: edition.activities.map(activity => (activity.kind === edit.kind ? after : activity)),
    version: edition.version + 1,
    changedWith: context.key,
  }
  await editions.set(edited)
  if (edit.kind === 'quiz' && !isSameWindow(before, after)) await moveRoundInside(transaction, edit.year, after)
  await audit(transaction, context, {
    action: 'editions.editActivity',
    region: COUNTRY,
    subject: `${edit.year} ${edit.kind}`,
    facts: factsOf(before, after, edited.version),
  })
  return edited
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
