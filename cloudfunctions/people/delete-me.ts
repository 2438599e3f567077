import type { Deletion, people as contract } from '../../miniprogram/contract/people'
import { audit } from '../platform/audit'
import { forgetTries } from '../platform/codes'
import type { Handler } from '../platform/context'
import { removeFiles } from '../platform/files'
import { removePassing } from '../platform/passing-files'
import { inTransaction } from '../platform/transaction'
import { keepOneAdministrator } from './administrators'
import { handleOf } from './api'
import { myDataPath } from './my-data'
import { forgetElsewhere } from './other-domains'
import { auditRecords } from './repository/audit-records'
import { people, peopleSpec, type Person } from './repository/people'
import { roleGrantId, roleGrantsSpec } from './repository/role-grants'
import { forgetInvitations } from './repository/role-invitations'
import { textReviews } from './repository/text-reviews'

type DeleteMe = Handler<typeof contract.deleteMe>
type DeleteContext = Parameters<DeleteMe>[1]

/**
 * The consent and every right end first, so that nothing new is written meanwhile; the person's own document goes last,
 * so that a deletion that was cut off is finished when it is asked for again.
 */
export const deleteMe: DeleteMe = async (_input, context) => {
  const { person } = context.who
  const stored = await people.get(person)
  if (stored) await leave(stored, context)
  const elsewhere = await forgetElsewhere(person)
  await textReviews.forget(person)
  await forgetTries(person)
  await forgetInvitations(person)
  await eraseFiles(person, stored)
  await people.erase(person)
  return summaryOf(elsewhere, await auditRecords.hasAny(handleOf(person)))
}

async function leave({ _id }: Person, context: DeleteContext): Promise<void> {
  await inTransaction(context, async transaction => {
    const now = await transaction.collection(peopleSpec).get(_id)
    if (!now) return
    if (now.grants.some(({ role }) => role === 'unit-officer')) throw context.refusal('hand-over-first')
    await transaction.collection(peopleSpec).update(_id, { consent: null, grants: [] })
    for (const { role, region } of now.grants) {
      await transaction.collection(roleGrantsSpec).remove(roleGrantId({ region, role, handle: now.handle }))
      await audit(transaction, context, { action: 'people.deleteMe', region, subject: now.handle, facts: { role } })
      if (role === 'administrator') await keepOneAdministrator(context.refusal)
    }
  })
}

async function eraseFiles(person: string, stored: Person | null): Promise<void> {
  await removePassing(myDataPath(person))
  if (stored && stored.avatar !== '') await removeFiles([stored.avatar])
}

const summaryOf = (elsewhere: readonly Deletion[], hasActed: boolean): Deletion => ({
  deleted: ['profile', 'roles', 'files', 'text-reviews', ...elsewhere.flatMap(({ deleted }) => deleted)],
  kept: [...elsewhere.flatMap(({ kept }) => kept), ...(hasActed ? (['audit-records'] as const) : [])],
})
