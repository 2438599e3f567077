import * as v from 'valibot'
import { CATEGORIES } from '../../../miniprogram/contract/questions'
import { type Instant, instantSchema, MINUTE } from '../../../miniprogram/contract/time'
import { defineCollection } from '../../platform/collection-spec'
import { after, oneOf, otherThan } from '../../platform/conditions'
import { collection } from '../../platform/database'
import { warm } from '../../platform/warm'
import { type Question, questionSchema } from '../question'
import { questionsSpec } from './questions'

/** How soon a change of the round or its bank reaches every function instance. */
export const BANK_LIFETIME = 5 * MINUTE

export const roundsSpec = defineCollection({
  name: 'quiz_rounds',
  purpose: 'A contest with its window, its time limit and the mix of questions a paper is drawn by.',
  schema: v.object({
    _id: v.pipe(v.string(), v.regex(/^[0-9a-z-]+$/)),
    /** What people read above it; empty for the only round of its year. */
    title: v.optional(v.string(), ''),
    /** Drafts are seen by organisers only. */
    state: v.optional(v.picklist(['draft', 'published']), 'published'),
    opensAt: instantSchema,
    closesAt: instantSchema,
    /** Time for one attempt. */
    minutes: v.pipe(v.number(), v.integer(), v.minValue(1)),
    attemptsPerDay: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)),
    blueprint: v.array(v.object({ category: v.picklist(CATEGORIES), count: v.pipe(v.number(), v.integer()) })),
    bank: v.picklist(['contest', 'practice']),
    /** Certificates by the lowest best score that earns them, lowest first. */
    certificates: v.optional(v.array(v.object({ from: v.number(), name: v.string() })), []),
    /** Players whom a unit or a region needs to be ranked. */
    minPlayers: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 5),
    /** It was open, or about to be, when its window moved: what was asked of some stays so for all. */
    opened: v.optional(v.boolean(), false),
    /** Counts the changes; a change names the version it was made from. */
    version: v.optional(v.number(), 1),
    /** Idempotency key of the last change. */
    changedWith: v.optional(v.string(), ''),
  }),
  indexes: [{ name: 'closes', fields: [['closesAt', 1]], unique: false }],
  personal: [],
  retention: 'Kept: results of past years refer to it.',
})

export type Round = v.InferOutput<typeof roundsSpec.schema>

export interface OpenRound {
  round: Round
  bank: readonly Question[]
}

const roundCollection = collection(roundsSpec)

const joinedSchema = v.object({ ...roundsSpec.schema.entries, questions: v.array(questionSchema) })

/** Drafts are never served, whatever their window says. */
const published = (now: Instant) => ({ closesAt: after(now), state: otherThan('draft') })

const notOver = (round: Round | null, now: Instant) => round === null || now < round.closesAt

export const rounds = {
  get: (id: string): Promise<Round | null> => roundCollection.get(id),

  /** Newest first. */
  byIds: (ids: readonly string[]): Promise<Round[]> =>
    roundCollection.find({ _id: oneOf(ids) }, { orderBy: ['opensAt', -1], limit: ids.length }),

  /**
   * The round that is open or opens next, with every question of its bank: one read, then none for its lifetime.
   * The next round is kept before it opens, so that it opens on the second whatever the instance's age.
   */
  currentWithBank: warm<OpenRound | null>({
    lifetime: BANK_LIFETIME,
    async load(now) {
      const join = { from: questionsSpec.name, localField: 'bank', foreignField: 'bank', as: 'questions' }
      const found = await roundCollection.firstJoined(published(now), ['opensAt', 1], join)
      if (found === null) return null
      const { questions: bank, ...round } = v.parse(joinedSchema, found)
      return { round, bank }
    },
    holds: (current, now) => notOver(current && current.round, now),
  }),

  /** The same round without its bank, for pages that only announce it. */
  current: warm<Round | null>({
    lifetime: MINUTE,
    async load(now) {
      const [round] = await roundCollection.find(published(now), { orderBy: ['opensAt', 1], limit: 1 })
      return round ?? null
    },
    holds: notOver,
  }),
}
