import { quiz } from '../../miniprogram/contract/quiz'
import { standingOf } from '../people/api'
import { door } from '../platform/door'
import { handlers } from './handlers'

export const main = door(quiz, handlers, standingOf)
