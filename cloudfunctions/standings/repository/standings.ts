import { atLeast, oneOf } from '../../platform/conditions'
import { collection } from '../../platform/database'
import {
  type Board,
  boardSchema,
  type Standing,
  standingSchema,
  standingsSpec,
  visibilitySchema,
} from './standings-spec'

const all = collection(standingsSpec)
const standingCollection = collection({ ...standingsSpec, schema: standingSchema })
const boardCollection = collection({ ...standingsSpec, schema: boardSchema })
const visibilityCollection = collection({ ...standingsSpec, schema: visibilitySchema })

export const standingId = (round: string, person: string): string => `${round}:${person}`
const boardId = (round: string): string => `${round}:board`
const visibilityId = (person: string): string => `shown:${person}`

/** More than the rounds of all years. */
const MOST_ROUNDS = 500

/** A batch of the roll-up has fewer. */
const MOST_OF_A_BATCH = 1000

const FIRST = 100

export const standings = {
  /** The caller's own standing and wish and, where asked for, the board: one read. */
  async seenBy(person: string, round: string, withBoard: boolean) {
    const ids = [standingId(round, person), visibilityId(person), ...(withBoard ? [boardId(round)] : [])]
    const found = await all.find({ _id: oneOf(ids) }, { limit: ids.length })
    return {
      own: found.find(document => document.kind === 'standing') ?? null,
      shown: found.some(({ kind }) => kind === 'visibility'),
      board: found.find(document => document.kind === 'board') ?? null,
    }
  },

  byIds: (ids: readonly string[]): Promise<Standing[]> =>
    standingCollection.find({ _id: oneOf(ids) }, { limit: ids.length }),

  ofBatch: (batch: number): Promise<Standing[]> => standingCollection.find({ batch }, { limit: MOST_OF_A_BATCH }),

  best: (round: string): Promise<Standing[]> =>
    standingCollection.find(
      { kind: 'standing', round, attempts: atLeast(1) },
      {
        orderBy: [
          ['score', -1],
          ['seconds', 1],
        ],
        limit: FIRST,
      },
    ),

  allOf: (person: string): Promise<Standing[]> =>
    standingCollection.find({ kind: 'standing', person }, { limit: MOST_ROUNDS }),

  insert: (standing: Standing): Promise<boolean> => standingCollection.insert(standing),

  /** False when another run of the roll-up has been there meanwhile. */
  change: async ({ _id, ...change }: Standing, lastBatch: number): Promise<boolean> =>
    (await standingCollection.update({ _id, batch: lastBatch }, change)) === 1,

  async remove(id: string): Promise<void> {
    await standingCollection.remove({ _id: id })
  },

  /** Everything that lies here of a person: one write. */
  async removeAllOf(person: string): Promise<void> {
    await all.remove({ kind: oneOf(['standing', 'visibility']), ...{ person } })
  },
}

export const boards = {
  get: (round: string): Promise<Board | null> => boardCollection.get(boardId(round)),

  /** Puts other rows of people on a board. False when it has changed since it was read. */
  rename: async ({ _id, version }: Board, people: Board['people']): Promise<boolean> =>
    (await boardCollection.update({ _id, version }, { people, version: version + 1 })) === 1,

  /** Puts a board in the place of the version that was read; null where there was none. False when it has changed since. */
  async put(board: Omit<Board, '_id' | 'kind' | 'version'>, last: number | null): Promise<boolean> {
    const { round } = board
    if (last === null) return boardCollection.insert({ _id: boardId(round), kind: 'board', version: 1, ...board })
    return (await boardCollection.update({ _id: boardId(round), version: last }, { ...board, version: last + 1 })) === 1
  },
}

export const visibility = {
  async set(person: string, since: number | null): Promise<void> {
    const _id = visibilityId(person)
    if (since === null) await visibilityCollection.remove({ _id })
    else await visibilityCollection.insert({ _id, kind: 'visibility', person, since })
  },

  get: (person: string) => visibilityCollection.get(visibilityId(person)),

  /** Which of these want to be named: one read, at most a hundred. */
  async amongst(persons: readonly string[]): Promise<ReadonlySet<string>> {
    if (persons.length === 0) return new Set()
    const found = await visibilityCollection.find({ _id: oneOf(persons.map(visibilityId)) }, { limit: persons.length })
    return new Set(found.map(({ person }) => person))
  },
}
