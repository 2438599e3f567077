import * as v from 'valibot'

export const CATEGORIES = [
  'law',
  'air',
  'water',
  'waste',
  'biodiversity',
  'epidemic',
  'soil',
  'noise',
  'nuclear',
  'climate',
  'conduct',
] as const

export type Category = (typeof CATEGORIES)[number]

export const categorySchema = v.picklist(CATEGORIES)

export const QUESTION_KINDS = ['single', 'multiple', 'true-false'] as const

export type QuestionKind = (typeof QUESTION_KINDS)[number]

/** What names a question whatever its version, such as `air-12`. */
export const questionIdSchema = v.pipe(v.string(), v.regex(/^[a-z]+-\d{2,4}$/))

/** Who made a picture, and on what terms others may show it: told wherever it is shown. */
export interface PictureCredit {
  author: string
  licence: string
}

/** A picture that belongs to the stem. */
export interface Picture {
  /** Where the phone gets it: an address in the cloud's storage. */
  file: string
  /** What there is to see, for whom does not see it; it must not give the answer away. */
  alt: string
  /** Null for pictures from before this was asked. */
  credit: PictureCredit | null
}

/** A picture as phones and the database hold it. */
export const pictureSchema = v.strictObject({
  file: v.pipe(v.string(), v.minLength(1)),
  alt: v.pipe(v.string(), v.minLength(1)),
  credit: v.optional(v.nullable(v.strictObject({ author: v.string(), licence: v.string() })), null),
})

/** A question as it travels before the answer is recorded: no id, no key, options in this attempt's own order. */
export interface PaperQuestion {
  category: Category
  kind: QuestionKind
  stem: string
  options: string[]
  /** Null where the words are enough. */
  picture: Picture | null
}

export const SOURCE_STATES = ['in-force', 'history', 'local'] as const

export interface Source {
  title: string
  clause: string
  /** Official address, or empty where none has been checked. */
  url: string
  /** The day the fact was true of. */
  asOf: string
  status: (typeof SOURCE_STATES)[number]
}

export interface Explanation {
  why: string
  trap: string
}

/** A question with its key: of a recorded attempt, or of practice. */
export interface ReviewedQuestion extends PaperQuestion {
  /** Positions in `options`. */
  chosen: number[]
  key: number[]
  right: boolean
  explanation: Explanation
  source: Source
}
