import type { ItemStatistics, Participation, Suspicion } from '../../miniprogram/contract/standings'
import { discrimination, facility } from './item-rules'
import type { StoredItem } from './repository/item-statistics'
import type { StoredSuspicion } from './repository/suspicions'
import type { StoredTally } from './repository/tallies'
import { meanOf } from './rules'

export function itemReply({ _id, value, options, flags, measured }: StoredItem): ItemStatistics {
  const [question = '', version = ''] = _id.split('@')
  return {
    question,
    version: Number(version),
    answers: value.answers,
    facility: facility(value),
    discrimination: discrimination(value),
    measured,
    blank: value.blank,
    options: options.map(id => ({ id, chosen: value.chosen[id] ?? 0 })),
    flags,
  }
}

export const suspicionReply = (stored: StoredSuspicion): Suspicion => {
  const { _id: id, kinds, round, day, number, handle, region, score, seconds, at, looked } = stored
  const told = looked && { at: looked.at, note: looked.note }
  return { id, kinds, round, day, number, handle, region, score, seconds, at, looked: told }
}

export const participation = (region: string, tally: StoredTally | undefined): Participation => ({
  region,
  players: tally?.value.players ?? 0,
  attempts: tally?.value.attempts ?? 0,
  mean: tally ? meanOf(tally.value) : 0,
})
