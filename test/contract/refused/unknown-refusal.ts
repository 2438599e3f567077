import { procedure, returns } from '../../../miniprogram/contract/rpc'
import * as v from 'valibot'

export const guess = procedure('quiz.guess', {
  kind: 'read',
  role: 'public',
  input: v.strictObject({}),
  output: returns<number>(),
  // Type '"no-such-code"' is not assignable
  errors: ['no-such-code'],
  cost: { reads: 0, writes: 0, cold: 0 },
})
