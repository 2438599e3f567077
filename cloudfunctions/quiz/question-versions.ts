import type { Transaction } from '../platform/transaction'
import type { Question } from './question'
import { questionsSpec } from './repository/questions'

/**
 * Takes a version out of its bank and puts the next one, if any, in its place, in the transaction that decides it: one
 * read, one write or two. Throws `changed` where the version is not what it was.
 */
export async function replaceInside(
  transaction: Transaction,
  version: Question,
  next: Question | null,
  changed: Error,
): Promise<void> {
  const stored = transaction.collection(questionsSpec)
  const now = await stored.get(version._id)
  if (now?.bank !== version.bank) throw changed
  await stored.update(version._id, { bank: 'archive' })
  if (next) await stored.insert(next, changed)
}
