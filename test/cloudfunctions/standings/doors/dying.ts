import * as v from 'valibot'
import { countQuestions } from '../../../../cloudfunctions/standings/items/count-questions'
import { rollUp } from '../../../../cloudfunctions/standings/roll-up'
import { dieAfter, makeSdkMortal } from '../../../support/mortal-sdk'

const orderSchema = v.object({ afterWrites: v.number() })

makeSdkMortal()

async function keepUp(now: number): Promise<void> {
  await rollUp(now)
  await countQuestions(now)
}

/** Runs the roll-up and the statistics of questions, and dies after so many writes. */
export const main = (event: unknown): Promise<unknown> => {
  dieAfter(v.parse(orderSchema, event).afterWrites)
  return keepUp(Date.now())
}
