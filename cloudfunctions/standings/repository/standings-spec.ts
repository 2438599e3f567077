import * as v from 'valibot'
import { instantSchema } from '../../../miniprogram/contract/time'
import { defineCollection } from '../../platform/collection-spec'

const regionSchema = v.nullable(v.string())

/** What a person's attempts of a round come to. */
const contributionSchema = v.object({
  score: v.number(),
  seconds: v.number(),
  attempts: v.number(),
  unit: v.nullable(v.object({ id: v.string(), name: v.string() })),
  region: regionSchema,
})

export type Contribution = v.InferOutput<typeof contributionSchema>

/** Null for whose attempts were all set aside: what they had is kept as a standing of none, and they are no player. */
export const ofPlayer = <Counted extends { attempts: number }>(counted: Counted | null): Counted | null =>
  counted !== null && counted.attempts > 0 ? counted : null

export const standingSchema = v.object({
  /** `<round>:<person>` */
  _id: v.string(),
  kind: v.literal('standing'),
  round: v.string(),
  person: v.string(),
  ...contributionSchema.entries,
  /** The batch of the roll-up that changed it last, and what it was before: null when it was not there. */
  batch: v.number(),
  before: v.nullable(contributionSchema),
})

export type Standing = v.InferOutput<typeof standingSchema>

const groupSchema = v.object({
  place: v.number(),
  code: v.string(),
  name: v.string(),
  players: v.number(),
  mean: v.number(),
})

export const boardSchema = v.object({
  /** `<round>:board` */
  _id: v.string(),
  kind: v.literal('board'),
  round: v.string(),
  /** Counts the changes, so that a name that was taken off does not come back with an older reading. */
  version: v.number(),
  asOf: instantSchema,
  /** The last batch that is in it. */
  counted: v.number(),
  players: v.number(),
  mean: v.number(),
  minPlayers: v.number(),
  cells: v.record(v.string(), v.number()),
  people: v.array(
    v.object({
      place: v.number(),
      /** A keyed hash: finds a person's own row, and names nobody. */
      key: v.string(),
      name: v.string(),
      region: regionSchema,
      score: v.number(),
      seconds: v.number(),
    }),
  ),
  units: v.array(groupSchema),
  cities: v.array(groupSchema),
  provinces: v.array(groupSchema),
})

export type Board = v.InferOutput<typeof boardSchema>

export const visibilitySchema = v.object({
  /** `shown:<person>` */
  _id: v.string(),
  kind: v.literal('visibility'),
  person: v.string(),
  since: instantSchema,
})

/** Lie together, so that a ranking with one's own place in it is one read. */
export const standingsSpec = defineCollection({
  name: 'quiz_standings',
  purpose:
    'Of a round: each person’s best result, and the board with the first hundred; of a person: the wish to be named.',
  schema: v.variant('kind', [standingSchema, boardSchema, visibilitySchema]),
  indexes: [
    {
      name: 'best',
      fields: [
        ['kind', 1],
        ['round', 1],
        ['score', -1],
        ['seconds', 1],
      ],
      unique: false,
    },
    { name: 'person', fields: [['person', 1]], unique: false },
    { name: 'batch', fields: [['batch', 1]], unique: false },
  ],
  personal: ['_id', 'person', 'score', 'seconds', 'attempts', 'unit', 'region', 'people.name'],
  retention: 'Two years after the edition ends, or until the person asks for deletion.',
})
