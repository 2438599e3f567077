import { belongingOf } from '../people/api'
import { inParts, withEach } from '../platform/in-parts'
import { type Attempt, attempts } from '../quiz/api'
import { store } from './accumulate'
import type { Batch } from './batch'
import { standingId, standings } from './repository/standings'
import { type Contribution, ofPlayer, type Standing } from './repository/standings-spec'
import { suspicions } from './repository/suspicions'
import { better, type Result } from './rules'

interface Player {
  id: string
  round: string
  person: string
  attempts: Attempt[]
}

function playersOf(batch: Batch): Player[] {
  const players = new Map<string, Player>()
  for (const attempt of batch.attempts) {
    const { round, person } = attempt
    const id = standingId(round, person)
    const player = players.get(id) ?? { id, round, person, attempts: [] }
    player.attempts.push(attempt)
    players.set(id, player)
  }
  return [...players.values()]
}

const resultOf = ({ score, seconds }: Attempt): Result => ({ score: score ?? 0, seconds: seconds ?? 0 })

const best = (from: Result | null, counted: readonly Attempt[]): Result | null =>
  counted.map(resultOf).reduce(better, from)

type Sum = Pick<Contribution, 'score' | 'seconds' | 'attempts'>

/** A ruling or a decision may also take points away, so what it touched is reckoned from all of the person's attempts. */
async function sumOf(player: Player, base: Contribution | null, batch: Batch): Promise<Sum> {
  const isRecount = player.attempts.some(attempt => !batch.isFresh(attempt))
  const reached = isRecount ? await reachedOf(player, batch) : player.attempts
  const counted = reached.filter(({ setAside }) => setAside === null)
  const result = best(isRecount ? null : ofPlayer(base), counted) ?? { score: 0, seconds: 0 }
  return { ...result, attempts: counted.length + (isRecount ? 0 : (base?.attempts ?? 0)) }
}

async function reachedOf({ person, round }: Player, batch: Batch): Promise<Attempt[]> {
  const all = await attempts.allOf(person)
  return all.filter(attempt => attempt.round === round && attempt.state === 'submitted' && batch.isReached(attempt))
}

/**
 * Brings the standings of everybody in the batch up to date, and answers every standing that bears its number: what the
 * tallies have to be moved by.
 */
export async function countStandings(batch: Batch): Promise<Standing[]> {
  const players = playersOf(batch)
  const found = await inParts(
    players.map(({ id }) => id),
    standings.byIds,
  )
  const stored = new Map(found.map(standing => [standing._id, standing]))
  const persons = [...new Set(players.map(({ person }) => person))]
  const belonging = new Map(await inParts(persons, async part => [...(await belongingOf(part))]))

  await withEach(players, async player => {
    const known = stored.get(player.id)
    const base = known ? (known.batch === batch.number ? known.before : contributionOf(known)) : null
    const { unit = null, region = null } = belonging.get(player.person) ?? {}
    const { id: _id, round, person } = player
    const sum = await sumOf(player, base, batch)
    const next: Standing = {
      ...{ _id, kind: 'standing', round, person, ...sum, unit, region, batch: batch.number, before: base },
    }
    await store({ insert: standings.insert, change: standings.change }, known, next)
  })
  return standings.ofBatch(batch.number)
}

export const contributionOf = ({ score, seconds, attempts, unit, region }: Standing): Contribution => ({
  score,
  seconds,
  attempts,
  unit,
  region,
})

/** Whoever was deleted while they were being counted goes again. Answers the standings of those who are there. */
export async function dropDeleted(all: readonly Standing[], batch: Batch): Promise<Standing[]> {
  const there = await inParts(
    batch.attempts.map(({ _id }) => _id),
    attempts.byIds,
  )
  const present = new Set(there.map(({ person }) => person))
  const kept: Standing[] = []
  for (const standing of all) {
    const stays = present.has(standing.person) || (await attempts.latestOf(standing.person)).length > 0
    if (stays) kept.push(standing)
    else {
      await suspicions.removeAllOf(standing.person)
      await standings.removeAllOf(standing.person)
    }
  }
  return kept
}
