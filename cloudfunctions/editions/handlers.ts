import type { editions as editionsContract } from '../../miniprogram/contract/editions'
import type { Handlers } from '../platform/context'
import { rounds } from '../quiz/api'
import { editions } from './repository/editions'
import { arrange, offerOf } from './rules'

export const handlers: Handlers<typeof editionsContract> = {
  async home(_input, context) {
    const { now } = context
    const edition = await editions.published(now)
    if (!edition) throw context.refusal('edition-missing')
    const { year, title, theme } = edition
    const quiz = offerOf(await rounds.current(now), now)
    return { now, edition: { year, title, theme }, activities: arrange(edition.activities, now), quiz }
  },
}
