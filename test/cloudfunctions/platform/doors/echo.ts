import * as v from 'valibot'
import { domain, procedure, returns } from '../../../../miniprogram/contract/rpc'
import { door } from '../../../../cloudfunctions/platform/door'
import { Refusal } from '../../../../cloudfunctions/platform/refusal'

const anything = {
  kind: 'read',
  role: 'public',
  scope: 'none',
  input: v.strictObject({ depth: v.object({ count: v.pipe(v.number(), v.maxValue(3)) }) }),
  output: returns<unknown>(),
  errors: ['quiz-closed'],
  cost: { reads: 0, writes: 0, cold: 0 },
} as const

const echo = domain('echo', {
  say: procedure('echo.say', anything),
  write: procedure('echo.write', { ...anything, kind: 'write' }),
  refuse: procedure('echo.refuse', anything),
  refuseUndeclared: procedure('echo.refuseUndeclared', anything),
  break: procedure('echo.break', anything),
})

/** A domain that does nothing but meet the door in every way. */
export const main = door(echo, {
  say: (input, { who, now }) => Promise.resolve({ input, person: who.person, now }),
  write: (_input, { key }) => Promise.resolve(key),
  refuse: (_input, context) => Promise.reject(context.refusal('quiz-closed', { opensAt: 5 })),
  refuseUndeclared: () => Promise.reject(new Refusal('attempt-unknown')),
  break: () => Promise.reject(new TypeError('a secret of the inside')),
})
