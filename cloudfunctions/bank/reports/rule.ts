import type { questionReports as contract, RulingInput } from '../../../miniprogram/contract/question-reports'
import { COUNTRY } from '../../../miniprogram/contract/regions'
import { dayOf } from '../../../miniprogram/contract/time'
import { audit } from '../../platform/audit'
import type { Handler } from '../../platform/context'
import { handleOf } from '../../platform/handle'
import { mustOrganise } from '../../platform/reach'
import { Refusal } from '../../platform/refusal'
import { inTransaction, type Transaction } from '../../platform/transaction'
import { type Question, questions, replaceInside } from '../../quiz/api'
import { ruledInside } from '../../standings/api'
import { questionRulings, questionRulingsSpec, rulingId, type StoredRuling } from '../repository/question-rulings'
import { reportedQuestionsSpec } from '../repository/reported-questions'
import { misfitOf, nextVersion } from './next-version'

type Rule = Handler<typeof contract.rule>
type RuleContext = Parameters<Rule>[1]

/** The version that was complained about, and the newest one of its question: often the same. */
interface Versions {
  question: Question
  newest: Question
}

export const rule: Rule = async (input, context) => {
  mustOrganise(context, COUNTRY)
  const { question: ref, after, verdict, scoring } = input
  const known = await questionRulings.get(ref, after + 1)
  if (known?.ruledWith === context.key) return null
  if (known) throw context.refusal('already-decided')
  const versions = await versionsOf(ref, context)
  const misfit = misfitOf(input, versions.question, versions.newest)
  if (misfit !== null) throw new Refusal('invalid-input', { field: misfit, problem: 'check' })
  await inTransaction(context, async transaction => {
    await answerReports(transaction, input, context)
    await transaction.collection(questionRulingsSpec).insert(storedRuling(input, context), refused(context))
    await judgeStatistics(transaction, input, context)
    await changeVersions(transaction, input, versions, context)
    await audit(transaction, context, {
      action: 'bank.rule',
      region: COUNTRY,
      subject: rulingId(ref, after + 1),
      facts: { verdict, scoring },
    })
  })
  return null
}

const refused = ({ refusal }: RuleContext) => refusal('already-decided')

async function versionsOf(ref: string, { refusal }: RuleContext): Promise<Versions> {
  const [id = ''] = ref.split('@')
  const versions = await questions.versionsOf(id)
  const question = versions.find(({ _id }) => _id === ref)
  if (!question) throw refusal('report-unknown')
  return { question, newest: versions.reduce((newest, one) => (one.version > newest.version ? one : newest)) }
}

/** Whoever reported reads the ruling from now on; what waits at the desk is what is reported later. */
async function answerReports(
  transaction: Transaction,
  { question, after }: RulingInput,
  context: RuleContext,
): Promise<void> {
  const stored = transaction.collection(reportedQuestionsSpec)
  const reported = await stored.get(question)
  if (!reported) throw context.refusal('report-unknown')
  if (reported.rulings !== after) throw context.refusal('already-decided')
  await stored.update(question, { state: 'ruled', rulings: after + 1 })
}

function storedRuling(input: RulingInput, { who, now, key }: RuleContext): StoredRuling {
  const { question, verdict, scoring, note, newKey } = input
  const number = input.after + 1
  return {
    ...{ _id: rulingId(question, number), question, number, verdict, scoring, note },
    key: scoring === 'new-key' ? newKey : null,
    ...{ at: now, by: handleOf(who.person), ruledWith: key, state: scoring === 'keep' ? 'done' : 'scoring' },
  }
}

/** What was answered is judged by the ruling in the statistics too; they follow on their own. */
async function judgeStatistics(
  transaction: Transaction,
  { question, after, scoring, newKey }: RulingInput,
  { now }: RuleContext,
): Promise<void> {
  if (scoring === 'keep') return
  const key = scoring === 'new-key' ? newKey : null
  await ruledInside(transaction, { question, number: after + 1, key, at: now })
}

/** A version that has been superseded is corrected already: then only scores are left to be put right. */
async function changeVersions(
  transaction: Transaction,
  input: RulingInput,
  { question, newest }: Versions,
  { who, now, refusal }: RuleContext,
): Promise<void> {
  const changed = refusal('question-changed')
  if (input.verdict === 'corrected' && question._id === newest._id && question.bank !== 'archive') {
    const next = nextVersion(question, input, { by: handleOf(who.person), on: dayOf(now) })
    await replaceInside(transaction, question, next, changed)
  }
  if (input.verdict === 'retired' && newest.bank !== 'archive') await replaceInside(transaction, newest, null, changed)
}
