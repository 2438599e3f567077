import { domain, procedure, returns } from '../../../miniprogram/contract/rpc'
import * as v from 'valibot'

export const quiz = domain('quiz', {
  // '"votes.guess"' is not assignable to type '"quiz.guess"'
  guess: procedure('votes.guess', {
    kind: 'read',
    role: 'public',
    scope: 'none',
    input: v.strictObject({}),
    output: returns<number>(),
    errors: [],
    cost: { reads: 0, writes: 0, cold: 0 },
  }),
})
