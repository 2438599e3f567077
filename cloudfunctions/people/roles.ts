import type { people as contract } from '../../miniprogram/contract/people'
import { audit } from '../platform/audit'
import type { Handler } from '../platform/context'
import { mustOrganise } from '../platform/reach'
import { inTransaction } from '../platform/transaction'
import { keepOneAdministrator } from './administrators'
import { nicknamesOf, personOf, withdrawGrantInside } from './api'
import { peopleSpec } from './repository/people'
import { grants } from './repository/role-grants'
import { pageOf } from '../platform/paging'
import { mayGrant } from './rules'

const PAGE = 50

export const listRoles: Handler<typeof contract.listRoles> = async ({ region, after }, context) => {
  mustOrganise(context, region)
  const page = pageOf(await grants.list(region, after, PAGE + 1), PAGE, ({ _id }) => _id)
  const nicknames = await nicknamesOf(page.items.map(({ handle }) => handle))
  const items = page.items.map(({ handle, role, region, since }) => {
    const grant = { role, region, unit: null, since }
    return { handle, nickname: nicknames.get(handle) ?? '', grant }
  })
  return { items, next: page.next }
}

export const revokeRole: Handler<typeof contract.revokeRole> = async (input, context) => {
  const { handle, role, region, reason } = input
  const { refusal, key } = context
  if (!mayGrant(context.standing, role, region)) throw refusal('out-of-scope')
  const person = await personOf(handle)
  if (person === null) throw refusal('person-unknown')

  await inTransaction(context, async transaction => {
    // The answer to the first sending was lost on its way.
    if ((await transaction.collection(peopleSpec).get(person))?.revokedWith === key) return
    const grant = { role, region, unit: null }
    if (!(await withdrawGrantInside(transaction, person, grant, key))) throw refusal('grant-unknown')
    const facts = { role, reason }
    await audit(transaction, context, { action: 'people.revokeRole', region, subject: handle, facts })
    if (role === 'administrator') await keepOneAdministrator(refusal)
  })
  return null
}
