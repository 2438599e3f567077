import * as v from 'valibot'
import { cursorSchema, type Paged } from './paging'
import { type RegionCode, regionSchema } from './regions'
import { domain, procedure, returns } from './rpc'
import { suspicions } from './suspicions'
import type { Day, Instant } from './time'

const roundSchema = v.pipe(v.string(), v.regex(/^[0-9a-z-]{1,40}$/))

/** A place among the players. People are named only where they have chosen so. */
export interface PersonPlace {
  /** Equal results share a place. */
  place: number
  /** The nickname of who wants to be shown; empty for everybody else. */
  name: string
  /** The province. */
  region: RegionCode | null
  /** 0 to 100. */
  score: number
  seconds: number
  own: boolean
}

export interface GroupPlace {
  place: number
  name: string
  players: number
  /** The average of best scores, drawn towards the average of everybody where players are few; one decimal. */
  mean: number
  own: boolean
}

/** Where the caller stands: exact where `from` equals `to`, else somewhere between the two. */
export interface OwnPlace {
  from: number
  to: number
  score: number
  seconds: number
  attempts: number
  /** Whether there is a unit and a region that the result counts for. */
  unit: string | null
  region: RegionCode | null
}

/** A round's ranking as of a moment, at most two minutes old while people play. */
export interface Ranking {
  /** Null while nothing has been counted. */
  asOf: Instant | null
  players: number
  /** The average of everybody's best score. */
  mean: number
  /** How many players a unit or a region needs. */
  minPlayers: number
  people: PersonPlace[]
  units: GroupPlace[]
  cities: GroupPlace[]
  provinces: GroupPlace[]
  own: OwnPlace | null
  /** Whether the caller is shown by nickname. */
  shown: boolean
}

export const ITEM_FLAGS = ['negative', 'too-hard', 'too-easy', 'idle-option'] as const

export type ItemFlag = (typeof ITEM_FLAGS)[number]

/** A ruling that changed how the answers to a version are judged. */
export interface StatisticsRuling {
  at: Instant
  /** Option ids. Null where every answer counts as right: that says nothing about the question, and no figure is given. */
  key: string[] | null
  /** Whether the figures are still being counted again; until then none is given. */
  counting: boolean
}

/** How a version of a question did among first attempts. Figures are null under thirty of them. */
export interface ItemStatistics {
  question: string
  version: number
  /** First attempts that met it. */
  answers: number
  /** Share of right answers, 0 to 100. */
  facility: number | null
  /** Correlation with the rest of the paper, -100 to 100; also null where nothing varies. */
  discrimination: number | null
  /** 1 easy to 5 hard. */
  measured: number | null
  blank: number
  options: { id: string; chosen: number }[]
  flags: ItemFlag[]
  ruling: StatisticsRuling | null
}

export interface Participation {
  region: RegionCode
  players: number
  attempts: number
  /** The average of best scores, one decimal. */
  mean: number
}

/** What a region and those below it did in a round. */
export interface LiveBoard extends Participation {
  asOf: Instant | null
  days: { day: Day; attempts: number }[]
  /** Attempts by the hour of the latest day with any. */
  hours: { day: Day; attempts: number[] } | null
  below: Participation[]
}

const organiser = { role: 'organiser', scope: 'region' } as const

export const standings = domain('standings', {
  /** A round's ranking, and where the caller stands. A round that nobody knows is an empty one. */
  showRanking: procedure('standings.showRanking', {
    kind: 'read',
    role: 'public',
    scope: 'self',
    input: v.strictObject({ round: roundSchema }),
    output: returns<Ranking>(),
    errors: [],
    cost: { reads: 1, writes: 0, cold: 0 },
  }),

  /** Whether rankings name the caller by nickname. Nobody is named who has not asked for it, and nobody under fourteen. */
  setVisibility: procedure('standings.setVisibility', {
    kind: 'write',
    role: 'contributor',
    scope: 'self',
    input: v.strictObject({ shown: v.boolean() }),
    output: returns<{ shown: boolean }>(),
    errors: ['child-not-named', 'busy'],
    cost: { reads: 8, writes: 8, cold: 0 },
  }),

  /** How questions did, in the order of their names; with a flag only those that have it. For the country's organisers. */
  listItemStatistics: procedure('standings.listItemStatistics', {
    ...organiser,
    kind: 'read',
    input: v.strictObject({ flag: v.nullable(v.picklist(ITEM_FLAGS)), after: cursorSchema }),
    output: returns<Paged<ItemStatistics>>(),
    errors: ['out-of-scope'],
    cost: { reads: 3, writes: 0, cold: 0 },
  }),

  ...suspicions,

  /** Participation of a region and those below it, from snapshots. */
  showBoard: procedure('standings.showBoard', {
    ...organiser,
    kind: 'read',
    input: v.strictObject({ round: roundSchema, region: regionSchema }),
    output: returns<LiveBoard>(),
    errors: ['out-of-scope'],
    cost: { reads: 2, writes: 0, cold: 0 },
  }),
})
