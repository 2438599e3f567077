import type { bank as contract } from '../../miniprogram/contract/bank'
import type { LiveBank } from '../../miniprogram/contract/bank-questions'
import { COUNTRY } from '../../miniprogram/contract/regions'
import { dayOf } from '../../miniprogram/contract/time'
import { nicknamesOf } from '../people/api'
import { audit } from '../platform/audit'
import type { Context, Handlers } from '../platform/context'
import { handleOf } from '../platform/handle'
import { mustOrganise } from '../platform/reach'
import type { Refusal } from '../platform/refusal'
import { inTransaction } from '../platform/transaction'
import { organisedQuestions, type Question, versionId } from '../quiz/api'
import { mayVerify } from './list-questions'
import { homeOf, isIncomplete } from './rules'
import { NAMELESS } from './words'

type Verb = 'retireQuestion' | 'restoreQuestion' | 'moveQuestion' | 'verifyQuestion'

type Changing = Pick<Context, 'who' | 'now' | 'key' | 'standing'> & {
  readonly refusal: (code: 'question-unknown' | 'question-changed' | 'out-of-scope' | 'busy') => Refusal
}

interface Change {
  verb: Verb
  at: { id: string; version: number }
  facts?: Record<string, string>
  /** What changes; null where there is nothing to do. May refuse. */
  decide: (question: Question) => Partial<Omit<Question, '_id'>> | null
}

/** Changes the version on the screen where it is still the one that counts, and writes it down. */
async function change(context: Changing, { verb, at, facts = {}, decide }: Change): Promise<null> {
  mustOrganise(context, COUNTRY)
  return inTransaction(context, async transaction => {
    const questions = organisedQuestions.inside(transaction)
    const id = versionId(at.id, at.version)
    const question = await questions.get(id)
    if (!question || question.arrives !== null) throw context.refusal('question-unknown')
    if (question.changedWith === context.key) return null
    if (question.bank === 'archive' && !question.retired) throw context.refusal('question-changed')
    const changes = decide(question)
    if (changes === null) return null
    await questions.update(id, { ...changes, changedWith: context.key })
    const act = { action: `bank.${verb}`, region: COUNTRY, subject: at.id, facts: { version: at.version, ...facts } }
    await audit(transaction, context, act)
    return null
  })
}

export const changeHandlers: Pick<Handlers<typeof contract>, Verb> = {
  retireQuestion: ({ reason, ...at }, context) =>
    change(context, {
      ...{ verb: 'retireQuestion', at, facts: { reason } },
      decide: question => (question.retired ? null : { bank: 'archive', retired: true, home: homeOf(question) }),
    }),

  restoreQuestion: (at, context) =>
    change(context, {
      ...{ verb: 'restoreQuestion', at },
      decide(question) {
        if (isIncomplete(question)) throw context.refusal('question-incomplete')
        return question.retired ? { bank: homeOf(question), retired: false, home: null } : null
      },
    }),

  moveQuestion: ({ to, ...at }, context) =>
    change(context, {
      ...{ verb: 'moveQuestion', at, facts: { bank: to } },
      decide(question) {
        const from: LiveBank = homeOf(question)
        if (from === to) return null
        // What anybody could see is never sealed again.
        if (to === 'contest') throw context.refusal('question-open')
        return question.retired ? { home: to } : { bank: to }
      },
    }),

  async verifyQuestion(at, context) {
    mustOrganise(context, COUNTRY)
    const verifier = handleOf(context.who.person)
    const nickname = (await nicknamesOf([verifier])).get(verifier) ?? ''
    return change(context, {
      ...{ verb: 'verifyQuestion', at },
      decide(question) {
        if (!mayVerify(question, context)) throw context.refusal('question-own')
        if (isIncomplete(question)) throw context.refusal('question-incomplete')
        if (question.verifiedAt !== null) return null
        const verifiedBy = nickname === '' ? NAMELESS : nickname
        return { verifiedBy, verifiedAt: dayOf(context.now), verifier }
      },
    })
  },
}
