import { createHash } from 'node:crypto'
import * as v from 'valibot'
import type { RegionCode } from '../../miniprogram/contract/regions'
import { instantSchema } from '../../miniprogram/contract/time'
import { askWeChat } from './cloud'
import { defineCollection } from './collection-spec'
import type { Context } from './context'
import { collection } from './database'
import type { Refusal } from './refusal'

const TEXT_PLACES = ['nickname', 'unit-name', 'notice', 'activity', 'certificate', 'question-report'] as const

export type TextPlace = (typeof TEXT_PLACES)[number]

export const textReviewsSpec = defineCollection({
  name: 'text_reviews',
  purpose: 'A text that the platform’s check left to an organiser.',
  schema: v.object({
    _id: v.string(),
    text: v.string(),
    shownAs: v.picklist(TEXT_PLACES),
    /** What the text belongs to, by an id of its own domain. */
    subject: v.string(),
    /** Who wrote it. */
    person: v.string(),
    region: v.string(),
    /** `<region>:<at>:<id>`: a region and below is a range of it. */
    place: v.string(),
    at: instantSchema,
    state: v.picklist(['waits', 'passed', 'refused']),
    /** Idempotency key of the decision; empty while it waits. */
    decidedWith: v.string(),
  }),
  indexes: [
    {
      name: 'state_place',
      fields: [
        ['state', 1],
        ['place', 1],
      ],
      unique: false,
    },
    { name: 'person', fields: [['person', 1]], unique: false },
  ],
  personal: ['text', 'person', 'subject'],
  retention: 'Until the person asks for deletion; the text of a decided one is emptied.',
})

type StoredTextReview = v.InferOutput<typeof textReviewsSpec.schema>

const textReviews = collection(textReviewsSpec)

interface Text {
  text: string
  place: TextPlace
  subject: string
  /** Whose organisers look at it. */
  region: RegionCode
}

/** The platform's numbers for where a text is shown: 1 a profile, 2 a comment, 3 a forum. */
const SCENES: Record<TextPlace, number> = {
  nickname: 1,
  'unit-name': 1,
  notice: 3,
  activity: 3,
  certificate: 1,
  'question-report': 2,
}

const answerSchema = v.object({ result: v.object({ suggest: v.picklist(['pass', 'review', 'risky']) }) })

/** No verdict was to be had: the platform is busy, over its quota, or the person's visit is too old for it. */
const WITHOUT_VERDICT = v.object({ errCode: v.picklist([-1, 45_009, 45_011, 61_010]) })

async function verdictOn({ text, place }: Text, openid: string) {
  const content = { content: text, version: 2, scene: SCENES[place], openid }
  try {
    return v.parse(answerSchema, await askWeChat('security', 'msgSecCheck', content)).result.suggest
  } catch (error) {
    if (v.is(WITHOUT_VERDICT, error)) return 'review'
    throw error
  }
}

/** What leaves no mark on a screen; a text of nothing else cannot be read by anybody. */
const INVISIBLE = /[\s\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\u2800]/gu

const INSTANT_DIGITS = 15

const reviewIdOf = ({ place, subject, text }: Omit<Text, 'region'>): string =>
  createHash('sha256')
    .update(JSON.stringify([place, subject, text]))
    .digest('hex')
    .slice(0, 32)

function reviewOf(
  { text, place, subject, region }: Text,
  { who, now }: Pick<Context, 'who' | 'now'>,
): StoredTextReview {
  const _id = reviewIdOf({ place, subject, text })
  const where = `${region}:${String(now).padStart(INSTANT_DIGITS, '0')}:${_id}`
  return {
    _id,
    text,
    shownAs: place,
    subject,
    person: who.person,
    region,
    place: where,
    at: now,
    state: 'waits',
    decidedWith: '',
  }
}

type Checking = Pick<Context, 'who' | 'now'> & { readonly refusal: (code: 'text-refused') => Refusal }

/** Refuses what may not be shown. */
async function mustNotBeRisky(context: Checking, text: Text): Promise<'pass' | 'review'> {
  if (text.text.replace(INVISIBLE, '') === '') throw context.refusal('text-refused')
  const verdict = await verdictOn(text, context.who.person)
  if (verdict === 'risky') throw context.refusal('text-refused')
  return verdict
}

/**
 * Lets WeChat judge a text before others see it: what passes may be shown, what waits is written into `text_reviews`
 * (one write) and shown when an organiser has let it pass; the rest is refused.
 */
export async function checkText(context: Checking, text: Text): Promise<'passes' | 'waits'> {
  if ((await mustNotBeRisky(context, text)) === 'pass') return 'passes'
  await textReviews.replace(reviewOf(text, context))
  return 'waits'
}

/** The same for a text that comes again once it has been looked at: what an organiser said of it holds. One read more. */
export async function checkTextAgain(context: Checking, text: Text): Promise<'passes' | 'waits'> {
  if ((await mustNotBeRisky(context, text)) === 'pass') return 'passes'
  const known = await textReviews.get(reviewIdOf(text))
  if (known?.state === 'passed') return 'passes'
  if (known?.state === 'refused') throw context.refusal('text-refused')
  if (!known) await textReviews.replace(reviewOf(text, context))
  return 'waits'
}

/** Drops a text that waits with something that is no more. One write. */
export const dropText = (text: Omit<Text, 'region'>): Promise<number> => textReviews.remove({ _id: reviewIdOf(text) })
