import * as v from 'valibot'
import { reasonSchema } from './inputs'
import { type Category, categorySchema, type Picture, type QuestionKind } from './questions'
import { procedure, returns } from './rpc'
import { instantSchema, type Phase } from './time'

const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))

/** How many questions of which category a paper has. */
const mixSchema = v.pipe(
  v.array(v.strictObject({ category: categorySchema, count: whole(1, 30) })),
  v.minLength(1),
  v.maxLength(11),
  v.check(mix => new Set(mix.map(({ category }) => category)).size === mix.length, 'a category twice'),
)

const roundIdSchema = v.pipe(v.string(), v.regex(/^[0-9a-z-]{4,40}$/))

/** A contest as an organiser sets it. */
export const roundInputSchema = v.strictObject({
  title: v.pipe(v.string(), v.trim(), v.maxLength(30)),
  opensAt: instantSchema,
  closesAt: instantSchema,
  /** Time for one attempt. */
  minutes: whole(1, 120),
  attemptsPerDay: whole(1, 20),
  mix: mixSchema,
  /** Certificates by the lowest best score that earns them, lowest first. */
  certificates: v.pipe(
    v.array(
      v.strictObject({ from: whole(1, 100), name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(20)) }),
    ),
    v.maxLength(5),
    v.check(all => all.every(({ from }, at) => at === 0 || from > (all[at - 1]?.from ?? 0)), 'not in order'),
  ),
  /** Players whom a unit or a region needs to be ranked. */
  minPlayers: whole(1, 1000),
})

export type RoundInput = v.InferOutput<typeof roundInputSchema>

export interface OrganisedRound extends RoundInput {
  id: string
  version: number
  state: 'draft' | 'published'
  phase: Phase
  /** It has opened, or opens within minutes: mix, time and attempts stay as they are. */
  running: boolean
}

export interface PreviewedQuestion {
  id: string
  category: Category
  kind: QuestionKind
  stem: string
  picture: Picture | null
  options: { text: string; right: boolean }[]
  difficulty: number
}

export interface PreviewedPaper {
  /** Empty where the bank is too small. */
  questions: PreviewedQuestion[]
  /** How many questions the bank has for each category of the mix, on the day the round opens. */
  supply: { category: Category; wanted: number; there: number }[]
}

const organiser = { role: 'organiser', scope: 'region' } as const
const versionSchema = v.pipe(v.number(), v.integer(), v.minValue(1))

/** What organisers of the country do about rounds. */
export const roundEditing = {
  /** All of them, the last ones first, at most fifty. */
  listRounds: procedure('bank.listRounds', {
    kind: 'read',
    ...organiser,
    input: v.strictObject({}),
    output: returns<Omit<OrganisedRound, 'running'>[]>(),
    errors: ['out-of-scope'],
    cost: { reads: 2, writes: 0, cold: 0 },
  }),
  /** One of them, with the stretch that the activity leaves it. */
  getRound: procedure('bank.getRound', {
    kind: 'read',
    ...organiser,
    input: v.strictObject({ id: roundIdSchema }),
    output: returns<OrganisedRound>(),
    errors: ['out-of-scope', 'round-unknown'],
    cost: { reads: 2, writes: 0, cold: 0 },
  }),
  /** Writes a draft, or changes a round; a change of a published window needs a reason. */
  saveRound: procedure('bank.saveRound', {
    kind: 'write',
    ...organiser,
    input: v.strictObject({
      at: v.nullable(v.strictObject({ id: roundIdSchema, version: versionSchema })),
      round: roundInputSchema,
      reason: v.pipe(v.string(), v.trim(), v.maxLength(200)),
    }),
    output: returns<{ id: string; version: number }>(),
    errors: [
      ...(['out-of-scope', 'edition-missing', 'round-unknown', 'round-changed', 'round-running'] as const),
      ...(['window-backwards', 'round-off-window', 'round-overlaps', 'reason-missing', 'busy'] as const),
    ],
    cost: { reads: 5, writes: 3, cold: 1 },
  }),
  publishRound: procedure('bank.publishRound', {
    kind: 'write',
    ...organiser,
    input: v.strictObject({ id: roundIdSchema, version: versionSchema }),
    output: returns<null>(),
    errors: [
      'out-of-scope',
      'round-unknown',
      'round-changed',
      'round-overlaps',
      'paper-unavailable',
      'too-late',
      'busy',
    ],
    cost: { reads: 6, writes: 3, cold: 0 },
  }),
  /** Ends it now; attempts under way go on to their own deadlines. */
  closeRound: procedure('bank.closeRound', {
    kind: 'write',
    ...organiser,
    input: v.strictObject({ id: roundIdSchema, version: versionSchema, reason: reasonSchema }),
    output: returns<null>(),
    errors: ['out-of-scope', 'round-unknown', 'round-changed', 'too-late', 'busy'],
    cost: { reads: 4, writes: 3, cold: 0 },
  }),
  /** A paper as the mix would draw it, with its key, and where the bank is too small. Another seed, another paper. */
  previewPaper: procedure('bank.previewPaper', {
    kind: 'read',
    ...organiser,
    input: v.strictObject({ mix: mixSchema, opensAt: instantSchema, seed: v.pipe(v.string(), v.maxLength(40)) }),
    output: returns<PreviewedPaper>(),
    errors: ['out-of-scope'],
    cost: { reads: 4, writes: 0, cold: 0 },
  }),
}
