import type { editions } from '../../../miniprogram/contract/editions'
import type { Handlers } from '../../../cloudfunctions/platform/context'

export const handlers: Handlers<typeof editions> = {
  // is not assignable to type 'Promise<Home>'
  home: (_input, { now }) => Promise.resolve({ now, activities: [] }),
}
