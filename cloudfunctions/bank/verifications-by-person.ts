import type { Deletion } from '../../miniprogram/contract/people'
import { handleOf } from '../platform/handle'
import type { Sheet } from '../platform/workbook'
import { organisedQuestions } from '../quiz/api'
import { VERIFIED_SHEET } from './words'

/** What a person verified under their name. */
export async function dataOf(person: string): Promise<Sheet[]> {
  const verified = await organisedQuestions.verifiedBy(handleOf(person))
  const rows = verified.map(({ id, version, verifiedBy, verifiedAt }) => [id, version, verifiedBy, verifiedAt ?? ''])
  return rows.length === 0 ? [] : [{ ...VERIFIED_SHEET, rows }]
}

/** The questions stay verified, by nobody who is named. */
export async function forget(person: string): Promise<Deletion> {
  const found = await organisedQuestions.forgetVerifier(handleOf(person))
  return { deleted: found > 0 ? ['question-verifications'] : [], kept: [] }
}
