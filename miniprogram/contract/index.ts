import { editions } from './editions'
import { quiz } from './quiz'

/** The whole API. */
export const contract = { editions, quiz }
