import { cardLogs, starredQuestions } from '../../../stores/practice-cards'
import { idsOnPhone } from '../../../stores/practice-pack'
import { serverNow } from '../../../stores/server-clock'
import type { Shelf } from './decks'

/** Everything on this phone that questions are dealt from. */
export const shelfNow = (): Shelf => ({
  ids: idsOnPhone(),
  logs: cardLogs(),
  starred: starredQuestions(),
  now: serverNow(),
  random: Math.random,
})
