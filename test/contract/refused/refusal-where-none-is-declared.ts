import type { quiz } from '../../../miniprogram/contract/quiz'
import type { Handler } from '../../../cloudfunctions/platform/context'

export const listAttempts: Handler<typeof quiz.listAttempts> = (_input, context) => {
  // is not assignable to parameter of type 'never'
  throw context.refusal('attempt-unknown')
}
