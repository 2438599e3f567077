import { inParts } from '../../platform/in-parts'
import { type Attempt, attempts } from '../../quiz/api'
import { type Cursor, isFresh } from '../rules'

const DIGITS = 15

/** Compares as attempts were handed in, of one instant by id. */
export const orderOf = ({ submittedAt, _id }: Attempt): string =>
  `${String(submittedAt ?? 0).padStart(DIGITS, '0')} ${_id}`

export const inOrder = (all: readonly Attempt[]): Attempt[] =>
  [...all].sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))

/** Whether it comes after what the cursor has passed. */
export const isBeyond = (cursor: Cursor, { submittedAt, _id }: Attempt): boolean =>
  isFresh(cursor, submittedAt ?? 0, _id)

export const cursorAt = ({ submittedAt, _id }: Attempt): Cursor => ({ at: submittedAt ?? 0, id: _id })

interface Source {
  /** Those of this instant, after this id. */
  ties: (at: number, id: string, limit: number) => Promise<Attempt[]>
  later: (at: number, limit: number) => Promise<Attempt[]>
}

/** The next attempts after the cursor, in order. Fewer than the limit are all that there are. */
export async function readAfter({ at, id }: Cursor, limit: number, { ties, later }: Source): Promise<Attempt[]> {
  const same = id === null ? [] : await ties(at, id, limit)
  const room = limit - same.length
  return room > 0 ? [...same, ...(await later(at, room))] : same
}

/** Of these attempts the ones that nobody’s other attempt of the same round comes before. */
export async function firstAmong(some: readonly Attempt[]): Promise<Attempt[]> {
  const firsts = new Set<string>()
  for (const round of new Set(some.map(attempt => attempt.round))) {
    const persons = new Set(some.filter(attempt => attempt.round === round).map(({ person }) => person))
    const found = await inParts([...persons], part => attempts.firstOf(round, part))
    for (const { _id } of found) firsts.add(_id)
  }
  return some.filter(({ _id }) => firsts.has(_id))
}
