import { bank } from './bank'
import { editions } from './editions'
import { notices } from './notices'
import { people } from './people'
import { practice } from './practice'
import { quiz } from './quiz'
import { standings } from './standings'
import { units } from './units'

/** The whole API. */
export const contract = { editions, quiz, standings, practice, bank, people, units, notices }
