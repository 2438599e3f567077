import type { Activity } from '../../../miniprogram/contract/activities'
import { editions } from '../../../miniprogram/contract/editions'
import type { InputOf } from '../../../miniprogram/contract/rpc'
import { demoMoment } from '../../../local/seed/edition-2026'
import { type DemoCloud, startDemoCloud } from '../../support/demo-cloud'

const CHANGING = ['editions', 'quiz_rounds', 'audit_records', 'audit_heads', 'text_reviews', 'units']

/** The demo year without units, and a way back to it. */
export async function startEditions() {
  const demo = await startDemoCloud()
  const sown = CHANGING.map(name => ({ name, documents: demo.cloud.database.find(name) }))
  function reset(): void {
    demo.cloud.clock.freeze(demoMoment)
    for (const { name, documents } of sown) {
      demo.cloud.database.clear(name)
      demo.cloud.database.insert(name, documents)
    }
    demo.cloud.reload()
  }
  return { ...demo, reset }
}

export type Change = InputOf<typeof editions.editActivity>['change']

export async function activityNow(demo: DemoCloud, kind: Activity['kind'], year = 2026): Promise<Activity> {
  const { activities } = await demo.ask('ministry', editions.showEdition, { year })
  const found = activities.find(activity => activity.kind === kind)
  if (!found) throw new Error(`there is no ${kind}`)
  return found
}

/** What the editor sends who changes this and nothing else. */
export async function edit(
  demo: DemoCloud,
  kind: Activity['kind'],
  changes: Partial<Change>,
  reason = '',
  year = 2026,
) {
  const { version } = await demo.ask('ministry', editions.showEdition, { year })
  const { name, summary, theme, audience, steps, requirements, contact, attachments, opensAt, closesAt } =
    await activityNow(demo, kind, year)
  const words = { name, summary, theme, audience, steps, requirements, contact, attachments }
  return { year, kind, version, change: { ...words, opensAt, closesAt, ...changes }, reason }
}

/** A unit as it is stored. */
export const unitOf = (id: string, name: string, state: 'applied' | 'confirmed' | 'closed') => ({
  ...{ _id: id, name, kind: 'museum-media', region: '140100', parent: null, state, reason: '', members: 1 },
  ...{ officer: null, appliedBy: null, appliedAt: 1, proof: [], place: `140100:${id}`, nameKey: `${name} ${id}` },
  ...{ liaisonYear: 0, liaison: null, invitation: '', decidedWith: '', remindedOn: '', remindedWith: '' },
  wasMessaged: false,
})
