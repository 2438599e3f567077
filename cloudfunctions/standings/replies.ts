import type { ItemStatistics, Participation, StatisticsRuling } from '../../miniprogram/contract/standings'
import type { Suspicion } from '../../miniprogram/contract/suspicions'
import { discrimination, facility } from './item-rules'
import type { ItemRuling } from './repository/item-rulings'
import type { StoredItem } from './repository/item-statistics'
import type { StoredSuspicion } from './repository/suspicions'
import type { StoredTally } from './repository/tallies'
import { meanOf } from './rules'

const rulingReply = ({ at, key, settled }: ItemRuling): StatisticsRuling => ({
  at,
  key,
  counting: !settled,
})

const NO_FIGURES = { facility: null, discrimination: null, measured: null, flags: [] }

/** @param ruling the latest that changed how answers to the version are judged */
export function itemReply({ _id, value, options, flags, measured }: StoredItem, ruling?: ItemRuling): ItemStatistics {
  const [question = '', version = ''] = _id.split('@')
  const saysNothing = ruling !== undefined && (ruling.key === null || !ruling.settled)
  const figures = { facility: facility(value), discrimination: discrimination(value), measured, flags }
  return {
    question,
    version: Number(version),
    answers: value.answers,
    blank: value.blank,
    options: options.map(id => ({ id, chosen: value.chosen[id] ?? 0 })),
    ...(saysNothing ? NO_FIGURES : figures),
    ruling: ruling ? rulingReply(ruling) : null,
  }
}

export const suspicionReply = (stored: StoredSuspicion): Suspicion => {
  const { _id: id, kinds, round, day, number, handle, region, score, seconds, at, decision, decisions } = stored
  const told = decision && { verdict: decision.verdict, at: decision.at, note: decision.note }
  return { id, kinds, round, day, number, handle, region, score, seconds, at, decision: told, decisions }
}

export const participation = (region: string, tally: StoredTally | undefined): Participation => ({
  region,
  players: tally?.value.players ?? 0,
  attempts: tally?.value.attempts ?? 0,
  mean: tally ? meanOf(tally.value) : 0,
})
