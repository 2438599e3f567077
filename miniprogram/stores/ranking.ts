import * as v from 'valibot'
import { type Ranking, standings } from '../contract/standings'
import { keptStore } from '../lib/keep'
import { call } from '../services/cloud'
import { currentEdition } from './edition'

/** The round heard of last: its ranking can still be looked at when it is over. */
const lastRound = keptStore('last-round', v.string(), '')

/** The round to show, or null where none has ever been open. Throws CallError. */
export async function shownRound(): Promise<string | null> {
  const { quiz } = await currentEdition()
  if (quiz && quiz.round !== lastRound.get()) lastRound.set(quiz.round)
  return lastRound.get() || null
}

/** Throws CallError. */
export const rankingOf = (round: string): Promise<Ranking> => call(standings.showRanking, { round })
