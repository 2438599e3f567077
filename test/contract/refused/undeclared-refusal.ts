import type { editions } from '../../../miniprogram/contract/editions'
import type { Handler } from '../../../cloudfunctions/platform/context'

export const home: Handler<typeof editions.home> = (_input, context) => {
  // Argument of type '"no-attempts-left"' is not assignable
  throw context.refusal('no-attempts-left')
}
