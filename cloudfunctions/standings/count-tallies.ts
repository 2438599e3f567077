import { COUNTRY, provinceOf } from '../../miniprogram/contract/regions'
import { beijing, dayOf } from '../../miniprogram/contract/time'
import { inParts, withEach } from '../platform/in-parts'
import { type Attempt, rounds } from '../quiz/api'
import { baseOf, store } from './accumulate'
import type { Batch } from './batch'
import { contributionOf } from './count-standings'
import { type Contribution, ofPlayer, type Standing } from './repository/standings-spec'
import { type StoredTally, tallies, type Tally, tallyId, type TallyKind } from './repository/tallies'
import { meanOf, moved, shrunk } from './rules'

const NOTHING: Tally = { name: '', players: 0, attempts: 0, sum: 0, cells: {}, days: {}, latest: null }

type Change = (tally: Tally) => Tally

interface Group {
  round: string
  kind: TallyKind
  code: string
  name: string
}

/** Everything that a result of this region and unit is part of. */
function groupsOf(round: string, { region, unit }: Pick<Contribution, 'region' | 'unit'>): Group[] {
  const groups: Group[] = [{ round, kind: 'round', code: 'all', name: '' }]
  if (region !== null && provinceOf(region) !== region) groups.push({ round, kind: 'city', code: region, name: '' })
  if (region !== null && region !== COUNTRY)
    groups.push({ round, kind: 'province', code: provinceOf(region), name: '' })
  if (unit !== null) groups.push({ round, kind: 'unit', code: unit.id, name: unit.name })
  return groups
}

interface Changes extends Group {
  changes: Change[]
}

class ChangeList {
  readonly #groups = new Map<string, Changes>()

  add(group: Group, change: Change): void {
    const id = tallyId(group.round, group.kind, group.code)
    const known = this.#groups.get(id) ?? { ...group, changes: [] }
    known.changes.push(change)
    this.#groups.set(id, { ...known, name: group.name })
  }

  /** A group that stays in the list, whether or not anything changes it. */
  keep(group: Group): void {
    const id = tallyId(group.round, group.kind, group.code)
    if (!this.#groups.has(id)) this.#groups.set(id, { ...group, changes: [] })
  }

  entries(): [string, Changes][] {
    return [...this.#groups]
  }
}

const leave =
  ({ score, seconds, attempts }: Contribution, kind: TallyKind): Change =>
  tally => ({
    ...tally,
    players: tally.players - 1,
    attempts: tally.attempts - attempts,
    sum: tally.sum - score,
    cells: kind === 'round' ? moved(tally.cells, { score, seconds }, null) : tally.cells,
  })

const enter =
  ({ score, seconds, attempts }: Contribution, kind: TallyKind, name: string): Change =>
  tally => ({
    ...tally,
    name,
    players: tally.players + 1,
    attempts: tally.attempts + attempts,
    sum: tally.sum + score,
    cells: kind === 'round' ? moved(tally.cells, null, { score, seconds }) : tally.cells,
  })

const HOURS = 24

/** Of the latest day the hours are kept too; what comes late from the day before counts for its day alone. */
const happen =
  ({ submittedAt }: Attempt): Change =>
  tally => {
    const at = submittedAt ?? 0
    const day = dayOf(at)
    const days = { ...tally.days, [day]: (tally.days[day] ?? 0) + 1 }
    if (tally.latest && day < tally.latest.day) return { ...tally, days }
    const before = tally.latest?.day === day ? tally.latest.hours : Array<number>(HOURS).fill(0)
    const hours = before.map((count, hour) => (hour === beijing(at).hour() ? count + 1 : count))
    return { ...tally, days, latest: { day, hours } }
  }

function changesOf(moved: readonly Standing[], batch: Batch): ChangeList {
  const list = new ChangeList()
  for (const standing of moved) {
    const { round } = standing
    const before = ofPlayer(standing.before)
    if (before) for (const group of groupsOf(round, before)) list.add(group, leave(before, group.kind))
    const now = ofPlayer(contributionOf(standing))
    if (now) for (const group of groupsOf(round, now)) list.add(group, enter(now, group.kind, group.name))
  }
  const places = new Map(moved.map(standing => [standing._id, standing]))
  for (const attempt of batch.attempts.filter(batch.isFresh)) {
    const standing = places.get(`${attempt.round}:${attempt.person}`)
    if (!standing) continue
    for (const group of groupsOf(attempt.round, standing)) if (group.kind !== 'unit') list.add(group, happen(attempt))
  }
  return list
}

/** Players whom a group needs, and the average of everybody before the batch. */
interface Scale {
  minPlayers: number
  mean: number
}

async function scaleOf(round: string, batch: Batch): Promise<Scale> {
  const [all] = await tallies.byIds([tallyId(round, 'round', 'all')])
  const { minPlayers = 1 } = (await rounds.get(round)) ?? {}
  return { minPlayers, mean: meanOf(baseOf(all, batch.number) ?? NOTHING) }
}

const NO_SCALE: Scale = { minPlayers: 1, mean: 0 }

const orderOf = ({ players, sum }: Tally, { minPlayers, mean }: Scale): number =>
  players >= minPlayers ? shrunk(sum, players, mean) : -1

/** Moves the tallies by what the standings of the batch have become. */
export async function countTallies(standings: readonly Standing[], batch: Batch): Promise<void> {
  const changes = changesOf(standings, batch)
  // Whom a run that died had counted may have been deleted since: what nobody else has touched goes back too.
  for (const { value, ...group } of await tallies.ofBatch(batch.number)) changes.keep({ ...group, name: value.name })
  const list = changes.entries()
  const scales = new Map<string, Scale>()
  for (const round of new Set(list.map(([, group]) => group.round))) scales.set(round, await scaleOf(round, batch))
  const found = await inParts(
    list.map(([id]) => id),
    tallies.byIds,
  )
  const stored = new Map(found.map(tally => [tally._id, tally]))
  await withEach(list, async ([_id, { round, kind, code, changes }]) => {
    const known = stored.get(_id)
    const before = baseOf(known, batch.number)
    const value = changes.reduce((tally, change) => change(tally), before ?? NOTHING)
    const place = { _id, round, kind, code, batch: batch.number }
    const next: StoredTally = {
      ...place,
      value,
      before,
      order: orderOf(value, scales.get(round) ?? NO_SCALE),
      at: batch.cursor.at,
    }
    await store({ insert: tallies.insert, change: tallies.change }, known, next)
  })
}
