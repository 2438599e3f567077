import type { bank as contract } from '../../miniprogram/contract/bank'
import type { QuestionInput } from '../../miniprogram/contract/bank-questions'
import { COUNTRY } from '../../miniprogram/contract/regions'
import { audit } from '../platform/audit'
import type { Handler } from '../platform/context'
import { handleOf } from '../platform/handle'
import { mustOrganise } from '../platform/reach'
import { Refusal } from '../platform/refusal'
import { inTransaction, type Transaction } from '../platform/transaction'
import { organisedQuestions, type Question, versionId } from '../quiz/api'
import { pictureToStore, takePicture } from './pictures/take-picture'
import { numberOf } from './question-numbers'
import { answersFit, homeOf, isIncomplete, withIds } from './rules'

type SaveQuestion = Handler<typeof contract.saveQuestion>
type SaveContext = Parameters<SaveQuestion>[1]
type Written = QuestionInput & { taken: string | null }
type Saved = Pick<Question, '_id' | 'id' | 'version'>

/** What is written is new: nobody has verified it, nobody has answered it. */
function versionOf(input: QuestionInput, place: Saved, context: Pick<SaveContext, 'who' | 'now' | 'key'>): Question {
  const { key, options: given, ...rest } = input
  const options = withIds(given)
  return {
    ...{ ...place, ...rest, options, key: key.flatMap(position => options[position]?.id ?? []) },
    ...{ bank: 'practice', verifiedBy: '', verifiedAt: null, verifier: '', measured: null },
    ...{ writtenBy: handleOf(context.who.person), writtenAt: context.now, changedWith: context.key },
    ...{ retired: false, home: null, arrives: null, batch: '', replacedIn: '' },
  }
}

/**
 * The old version leaves the bank and the new one takes its place in the same moment. Attempts under way remember the
 * version they were drawn with, which is never deleted.
 */
export const saveQuestion: SaveQuestion = async ({ at, bank, question }, context) => {
  mustOrganise(context, COUNTRY)
  if (!answersFit(question)) throw new Refusal('invalid-input', { field: 'question.key', problem: 'key' })
  if (isIncomplete(question)) throw context.refusal('question-incomplete')
  const taken = await takePicture(question.picture, context)
  return inTransaction(context, async transaction => {
    const saved = at
      ? await saveVersion(transaction, at, { ...question, taken }, context)
      : await saveNew(transaction, { ...question, taken, bank }, context)
    return { id: saved.id, version: saved.version }
  })
}

async function saveVersion(
  transaction: Transaction,
  at: { id: string; version: number },
  { taken, ...input }: Written,
  context: SaveContext,
): Promise<Saved> {
  const questions = organisedQuestions.inside(transaction)
  const [before, next] = [versionId(at.id, at.version), at.version + 1]
  const place = { _id: versionId(at.id, next), id: at.id, version: next }
  const old = await questions.get(before)
  if (!old) throw context.refusal('question-unknown')
  if (old.bank === 'archive' && !old.retired) {
    // Sent again after a lost answer, it is done.
    if ((await questions.get(place._id))?.changedWith === context.key) return place
    throw context.refusal('question-changed')
  }
  const picture = pictureToStore(input.picture, { taken, before: old.picture }, context)
  const fresh = versionOf({ ...input, picture }, place, context)
  const bank = old.retired ? 'archive' : old.bank
  await questions.insert({ ...fresh, bank, retired: old.retired, home: old.home }, context.refusal('question-changed'))
  await questions.update(before, { bank: 'archive', retired: false })
  await audit(transaction, context, actOn(place, homeOf(old)))
  return place
}

async function saveNew(
  transaction: Transaction,
  { bank, taken, ...input }: Written & { bank: 'contest' | 'practice' },
  context: SaveContext,
): Promise<Saved> {
  const questions = organisedQuestions.inside(transaction)
  const id = `${input.category}-${numberOf(context.key)}`
  const place = { _id: versionId(id, 1), id, version: 1 }
  const there = await questions.get(place._id)
  if (there?.changedWith === context.key) return place
  if (there) throw context.refusal('busy') // a number in nine thousand: the next call has another one
  const picture = pictureToStore(input.picture, { taken, before: null }, context)
  await questions.insert({ ...versionOf({ ...input, picture }, place, context), bank }, context.refusal('busy'))
  await audit(transaction, context, actOn(place, bank))
  return place
}

const actOn = ({ id, version }: Saved, bank: string) => ({
  ...{ action: 'bank.saveQuestion', region: COUNTRY, subject: id },
  facts: { version, bank },
})
