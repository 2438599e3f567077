import * as v from 'valibot'
import { type Instant, instantSchema, MINUTE } from '../../miniprogram/contract/time'
import { defineCollection } from './collection-spec'
import type { Context } from './context'
import { collection } from './database'
import type { Refusal } from './refusal'
import { keyedHash } from './secret'
import { inTransaction } from './transaction'

/** Without I, L, O, 0 and 1, which look like each other. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const CODE_LENGTH = 8
const LONG_CODE_LENGTH = 12

const MOST_TRIES = 5
const PAUSE = 60 * MINUTE

export const codeTriesSpec = defineCollection({
  name: 'code_tries',
  purpose: 'When a person tried codes of one purpose in the last hour.',
  schema: v.object({
    /** `<purpose>:<person>` */
    _id: v.string(),
    person: v.string(),
    tries: v.array(instantSchema),
  }),
  indexes: [{ name: 'person', fields: [['person', 1]], unique: false }],
  personal: ['_id', 'person'],
  retention: 'Until a right code is given or the person asks for deletion; tries count for an hour.',
})

const codeTries = collection(codeTriesSpec)

/**
 * A code for this very call, asked again with the same idempotency key the same one. Eight letters and digits, 39 bits:
 * guessing is hopeless with five tries an hour, and knowing it beforehand with the deployment's secret alone.
 */
export const codeOfCall = (call: Pick<Context, 'who' | 'key'>, purpose: string): string =>
  lettersOfCall(call, purpose, CODE_LENGTH)

/** The same with twelve letters and digits, 59 bits, for what stands for years and may be tried by everybody. */
export const longCodeOfCall = (call: Pick<Context, 'who' | 'key'>, purpose: string): string =>
  lettersOfCall(call, purpose, LONG_CODE_LENGTH)

function lettersOfCall({ who, key }: Pick<Context, 'who' | 'key'>, purpose: string, length: number): string {
  const bytes = Buffer.from(keyedHash('code of call', purpose, who.person, key), 'base64url')
  return Array.from(bytes.subarray(0, length), byte => LETTERS.charAt(byte % LETTERS.length)).join('')
}

/** What is stored of a code: with the database alone nobody finds it. */
export const codeHash = (purpose: string, code: string): string => keyedHash('code', purpose, code)

type Trying = Pick<Context, 'who' | 'now'> & {
  readonly refusal: (code: 'too-many-tries' | 'busy', detail?: { until: Instant }) => Refusal
}

const idOf = (purpose: string, person: string) => `${purpose}:${person}`

/**
 * Takes one of five tries of an hour, before the code is looked at, so that guesses made at once are counted too: one
 * read, one write. Refuses as `too-many-tries` with the instant at which the next one may be made.
 */
export async function guardTries(context: Trying, purpose: string): Promise<void> {
  const { who, now, refusal } = context
  const _id = idOf(purpose, who.person)
  await inTransaction(context, async transaction => {
    const tries = transaction.collection(codeTriesSpec)
    const recent = ((await tries.get(_id))?.tries ?? []).filter(at => at > now - PAUSE)
    const [oldest] = recent
    if (oldest !== undefined && recent.length >= MOST_TRIES) throw refusal('too-many-tries', { until: oldest + PAUSE })
    await tries.set({ _id, person: who.person, tries: [...recent, now] })
  })
}

/** After a right code: its try, and the wrong ones before it, count no more. One write. */
export async function forgiveTries({ who }: Pick<Context, 'who'>, purpose: string): Promise<void> {
  await codeTries.remove({ _id: idOf(purpose, who.person) })
}

export const forgetTries = (person: string): Promise<number> => codeTries.remove({ person })
