import { procedure, returns } from '../../../miniprogram/contract/rpc'
import * as v from 'valibot'

// Property 'scope' is missing
export const guess = procedure('quiz.guess', {
  kind: 'read',
  role: 'public',
  input: v.strictObject({}),
  output: returns<number>(),
  errors: [],
  cost: { reads: 0, writes: 0, cold: 0 },
})
