import * as v from 'valibot'
import { countQuestions } from '../../../../cloudfunctions/standings/items/count-questions'
import { rollUp } from '../../../../cloudfunctions/standings/roll-up'
import { liveFor } from './mortal'

const orderSchema = v.object({ afterWrites: v.number() })

async function keepUp(now: number): Promise<void> {
  await rollUp(now)
  await countQuestions(now)
}

/** Runs the roll-up and the statistics of questions, and dies after so many writes. */
export const main = (event: unknown): Promise<unknown> => {
  liveFor(v.parse(orderSchema, event).afterWrites)
  return keepUp(Date.now())
}
