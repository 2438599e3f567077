import * as v from 'valibot'
import type { Cloud } from '../local/cloud/start-cloud'

const KEY = 'k'.repeat(24)

/** A page that an organiser opens: the procedure behind it and what it is asked. */
interface DeskPage {
  name: string
  procedure: string
  input: Record<string, unknown>
}

interface Cost {
  name: string
  operations: number
  rows: number
}

const country = { region: '000000', after: null }

/** Makes the function read the edition, which the pages after it then share. */
const WARMING: DeskPage = { name: 'what waits', procedure: 'units.countWaiting', input: { region: '000000' } }

const DESK_PAGES: readonly DeskPage[] = [
  WARMING,
  { name: 'applications', procedure: 'units.list', input: { ...country, state: 'applied', name: '' } },
  { name: 'units', procedure: 'units.list', input: { ...country, state: 'confirmed', name: '' } },
  { name: 'units by name', procedure: 'units.list', input: { ...country, state: 'confirmed', name: '第77' } },
  { name: 'liaisons missing', procedure: 'units.listLiaisons', input: { ...country, show: 'missing' } },
  { name: 'liaisons named', procedure: 'units.listLiaisons', input: { ...country, show: 'named' } },
  { name: 'roles', procedure: 'people.listRoles', input: country },
  { name: 'audit', procedure: 'people.listAudit', input: country },
  { name: 'text reviews', procedure: 'people.listTextReviews', input: country },
]

const replySchema = v.object({
  result: v.object({
    ok: v.literal(true),
    value: v.object({ items: v.optional(v.array(v.unknown()), []), next: v.optional(v.nullable(v.string()), null) }),
  }),
})

/** Opens a page as the ministry does, and the one after it where there is one. */
async function open(cloud: Cloud, { name, procedure, input }: DeskPage): Promise<Cost[]> {
  const before = cloud.counters.snapshot()
  const request = { procedure, input, key: KEY }
  const answer = await cloud.call('ministry', procedure.split('.')[0] ?? '', request)
  const { items, next } = v.parse(replySchema, answer).result.value
  const { reads, writes } = cloud.counters.since(before)
  const cost = { name, operations: reads + writes, rows: items.length }
  const goesOn = next !== null && input['after'] === null
  if (!goesOn) return [cost]
  return [cost, ...(await open(cloud, { name: `${name}, next`, procedure, input: { ...input, after: next } }))]
}

/** Database operations of every page on warm instances, rights included. */
export async function deskCosts(cloud: Cloud): Promise<Cost[]> {
  await open(cloud, WARMING)
  const costs: Cost[] = []
  for (const page of DESK_PAGES) costs.push(...(await open(cloud, page)))
  return costs
}
