import type { Day } from '../../miniprogram/contract/time'
import { keyedHash } from '../platform/secret'
import { type Blueprint, drawQuestions } from './draw-rules'
import { mayBeAskedOn, type Question } from './question'

/** What a mix would draw from a bank on a day; the seed decides. Null where the bank is too small. */
export const drawPreview = (bank: readonly Question[], mix: Blueprint, day: Day, seed: string): Question[] | null =>
  drawQuestions(bank, mix, { turn: 0, day }, label => keyedHash('preview', seed, label))

/** How many questions of each category of the mix may be asked on that day. */
export const supplyOf = (bank: readonly Question[], mix: Blueprint, day: Day) =>
  mix.map(({ category, count }) => ({
    category,
    wanted: count,
    there: bank.filter(question => question.category === category && mayBeAskedOn(question, day)).length,
  }))
