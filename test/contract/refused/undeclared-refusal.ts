import type { editions } from '../../../miniprogram/contract/editions'
import type { Handlers } from '../../../cloudfunctions/platform/context'

export const handlers: Handlers<typeof editions> = {
  home(_input, context) {
    // Argument of type '"no-attempts-left"' is not assignable
    throw context.refusal('no-attempts-left')
  },
}
