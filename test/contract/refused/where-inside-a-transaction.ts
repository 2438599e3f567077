import type { Transaction } from '../../../cloudfunctions/platform/transaction'
import { attemptsSpec } from '../../../cloudfunctions/quiz/repository/attempts-spec'

// Property 'where' does not exist
export const count = (transaction: Transaction) => transaction.collection(attemptsSpec).where({ person: 'p' })
